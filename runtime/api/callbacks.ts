import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { isThenable } from "./reading.js";

/**
 * What a function of the caller returned. What it throws passes as it is. A promise is refused:
 * fits do not wait for it, and nobody would hear of its rejection.
 * @throws FitError `callbackReturnedPromise`
 */
export function answerOf<T>(option: string, answer: T): T {
  if (answer === undefined || !isThenable(answer)) return answer;
  Promise.resolve(answer).catch(() => undefined);
  throw new FitError(runtimeMessages.callbackReturnedPromise({ option }));
}

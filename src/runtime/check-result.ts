import { FitDataError } from "./errors.js";
import { runtimeMessages } from "./messages/index.js";
import type { FitProblem } from "./problem.js";
import type { FitResult } from "./result.js";

/** @throws FitDataError FIT5019 unless `result` is that of a fit of this model, compiled from the same text */
export function checkResult(problem: FitProblem, result: unknown): void {
  const refuse = (found: string) => new FitDataError(runtimeMessages.FIT5019({ found, model: problem.model }));
  if (
    typeof result !== "object" ||
    result === null ||
    !("params" in result && "uncertainty" in result && "free" in result)
  ) {
    throw refuse("this is no result of a fit");
  }
  const { model, specSha256 } = result as FitResult;
  if (model !== problem.model) throw refuse(`this is a result of model '${model}'`);
  if (specSha256 !== problem.specSha256) throw refuse("this is a result of another version of the spec");
}

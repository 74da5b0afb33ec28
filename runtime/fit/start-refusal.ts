import type { Message } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import type { Ends, StartFault } from "./start-rules.js";

/** @param values the start value, the lower and the upper bound */
export function startRefusal(fault: StartFault, name: string, ends: Ends, values: Float64Array): FitError {
  const [start = 0, lower = 0, upper = 0] = values;
  return new FitError(messageOf(fault, name, ends, { start, lower, upper }), { param: name });
}

function messageOf(
  fault: StartFault,
  name: string,
  ends: Ends,
  { start, lower, upper }: { readonly start: number; readonly lower: number; readonly upper: number },
): Message {
  const open = ends.lowerOpen || !Number.isFinite(lower);
  const close = ends.upperOpen || !Number.isFinite(upper);
  const interval = `${open ? "(" : "["}${show(lower)}, ${show(upper)}${close ? ")" : "]"}`;
  switch (fault) {
    case "startNotFinite":
      return runtimeMessages.startNotFinite({ name, value: show(start) });
    case "boundNotNumber":
      return runtimeMessages.boundNotNumber({ name, end: Number.isNaN(lower) ? "lower" : "upper" });
    case "boundsWithoutRoom":
      return runtimeMessages.boundsWithoutRoom({ name, lower: show(lower), upper: show(upper) });
    default:
      return runtimeMessages[fault]({ name, start, interval });
  }
}

import type { LossStmt } from "../../grammar/index.js";
import type { ModelContext } from "./context.js";
import type { ParamSymbol } from "./model.js";

/** Whether a free parameter has a bound: an interval whose ends are both infinite is none. */
export function isBounded({ declarations, constants }: ModelContext): boolean {
  return declarations.params.some((param) => !param.fixed && boundsOf(param));

  function boundsOf({ lower, upper }: ParamSymbol): boolean {
    const ends = [lower, upper].map((bound) => (bound === null ? null : constants.valueOf(bound)));
    return (
      (lower !== null && ends[0] !== Number.NEGATIVE_INFINITY) ||
      (upper !== null && ends[1] !== Number.POSITIVE_INFINITY)
    );
  }
}

/** Whether a loss is another than the linear one. */
export function isRobust(loss: LossStmt | null): boolean {
  return loss !== null && loss.name?.text !== "linear";
}

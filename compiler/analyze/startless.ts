import type { Expr } from "../../grammar/index.js";
import type { ParamSymbol } from "../model/checked-model.js";
import type { Constants } from "./constants.js";

/** Whether a parameter has neither a start value nor, as far as its bounds are known now, a middle of them to start in. */
export function hasNoStart({ start, lower, upper }: ParamSymbol, constants: Constants): boolean {
  const isEnd = (bound: Expr | null): boolean => bound !== null && Number.isFinite(constants.valueOf(bound) ?? 0);
  return start === null && !(isEnd(lower) && isEnd(upper));
}

import type { Expr } from "../../grammar/index.js";
import type { ParamSymbol } from "../model/checked-model.js";
import type { Constants } from "./constants.js";

/**
 * Whether a parameter has no start value and no midpoint between its bounds to use instead, as far
 * as they are known at compile time.
 */
export function hasNoStart({ start, lower, upper }: ParamSymbol, constants: Constants): boolean {
  const isEnd = (bound: Expr | null): boolean => bound !== null && Number.isFinite(constants.valueOf(bound) ?? 0);
  return start === null && !(isEnd(lower) && isEnd(upper));
}

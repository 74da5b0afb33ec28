import type { LossStmt } from "../../grammar/index.js";
import { isRobustLoss } from "../../runtime/contract/losses.js";
import type { ParamSymbol } from "../model/checked-model.js";
import type { Constants } from "./constants.js";

/** Whether a parameter is free and has a bound; an interval from -inf to inf does not count. */
export function isBounded({ fixed, lower, upper }: ParamSymbol, constants: Constants): boolean {
  if (fixed || lower === null || upper === null) return false;
  return constants.valueOf(lower) !== Number.NEGATIVE_INFINITY || constants.valueOf(upper) !== Number.POSITIVE_INFINITY;
}

/** Whether a loss is anything but the linear one: a custom loss, or one of the language's. */
export function isRobust(loss: LossStmt | null): boolean {
  if (loss === null) return false;
  return loss.name === null ? loss.rho !== null : isRobustLoss(loss.name.text);
}

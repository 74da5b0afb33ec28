import type { FoldState } from "../fold/state.js";
import { scaleOf } from "./rounding.js";

/** Residuals up to this fraction of the terms they are differences of are rounding. */
const rounding = 1e-11;

/** Whether a fit passes through the data, with residuals that are nothing but rounding. */
export function isThroughData(x: Float64Array, state: FoldState): boolean {
  return Math.sqrt(2 * state.cost) <= rounding * scaleOf(x, state);
}

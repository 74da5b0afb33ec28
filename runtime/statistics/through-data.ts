import type { FoldState } from "../fold/state.js";
import { scaleOf } from "../solvers/rounding.js";

/** Residuals up to this part of what the model is made of are rounding. */
const rounding = 1e-11;

/** Whether a fit goes through the data: its residuals are rounding of what they are differences of. */
export function isThroughData(x: Float64Array, state: FoldState): boolean {
  return Math.sqrt(2 * state.cost) <= rounding * scaleOf(x, state);
}

import type { FoldState } from "../fold/state.js";
import { scaleOf } from "./rounding.js";

/** Residuals up to this fraction of the terms they are differences of are rounding. */
const rounding = 1e-11;

/** Whether a fit passes through the data, with residuals that are nothing but rounding. */
export function isThroughData(x: Float64Array, state: FoldState): boolean {
  return Math.sqrt(2 * state.cost) <= rounding * scaleOf(x, state);
}

/** A fit that comes this much closer to the data than its start has found them. */
const found = 1e-6;

/**
 * Whether a fit has come to go through the data. A parameter of 1e14 that the model only uses as an
 * angle makes any residual look like rounding, so the cost must have fallen too.
 */
export function comesThroughData(x: Float64Array, state: FoldState, firstCost: number): boolean {
  return state.cost <= found * firstCost && isThroughData(x, state);
}

import type { FoldState } from "../fold/state.js";

/**
 * The relative rounding error of a cost, and of residuals relative to the terms they consist of.
 */
const ofCost = 1e-13;
const ofResiduals = 8 * Number.EPSILON;

/** The size of the terms whose differences are the residuals: the largest |x_j| |dr/dx_j|. */
export function scaleOf(x: Float64Array, state: FoldState): number {
  let size = 0;
  for (let j = 0; j < x.length; j++) size = Math.max(size, Math.abs(x[j] as number) * state.columnNorm(j));
  return size;
}

/** The rounding error of the residuals. */
export function residualNoise(x: Float64Array, state: FoldState): number {
  return ofResiduals * scaleOf(x, state);
}

/** How much the cost may rise through rounding alone. */
export function costNoise(x: Float64Array, state: FoldState): number {
  const noise = residualNoise(x, state);
  return ofCost * state.cost + noise * (Math.sqrt(2 * state.cost) + noise);
}

/**
 * The rounding error of d'g, the slope of the cost along a direction d: that of the sums g = J'r,
 * and that of the residuals, of which only what lies along Jd counts.
 *
 * @param size |d|, with columns of J of length 1
 * @param along |Jd|
 */
export function slopeNoise(x: Float64Array, state: FoldState, size = 1, along = size): number {
  return ofResiduals * size * Math.sqrt(2 * state.cost) + along * residualNoise(x, state);
}

/** Whether the second cost is higher than the first by more than rounding. */
export function isHigher(before: number, after: number): boolean {
  return !(after <= before * (1 + ofCost));
}

import type { FoldState } from "../fold/state.js";

/** Relative rounding of a cost, and of the residuals against what they are made of. */
const ofCost = 1e-13;
const ofResiduals = 8 * Number.EPSILON;

/** The size of what the residuals are differences of: the largest |x_j| |dr/dx_j|. */
export function scaleOf(x: Float64Array, state: FoldState): number {
  let size = 0;
  for (let j = 0; j < x.length; j++) size = Math.max(size, Math.abs(x[j] as number) * state.columnNorm(j));
  return size;
}

/** What rounding leaves of the residuals. */
export function residualNoise(x: Float64Array, state: FoldState): number {
  return ofResiduals * scaleOf(x, state);
}

/** By how much the cost may rise by rounding alone. */
export function costNoise(x: Float64Array, state: FoldState): number {
  const noise = residualNoise(x, state);
  return ofCost * state.cost + noise * (Math.sqrt(2 * state.cost) + noise);
}

/** Components of the gradient by columns of length 1 up to this are rounding. */
export function slopeNoise(x: Float64Array, state: FoldState): number {
  return ofResiduals * (Math.sqrt(2 * state.cost) + scaleOf(x, state));
}

/** Whether two costs differ by more than rounding, the second being the higher. */
export function isHigher(before: number, after: number): boolean {
  return !(after <= before * (1 + ofCost));
}

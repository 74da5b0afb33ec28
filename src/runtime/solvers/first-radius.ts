import type { FoldState } from "../fold/state.js";

/**
 * The length, in the scaled variables D x, of the steepest descent to the minimum of the model (the Cauchy point; Nocedal and Wright,
 * Numerical Optimization, 2nd ed., section 4.1): what a first radius is not to be far below.
 *
 * The radius of MINPACK and SciPy goes by the length of the start alone, which tells nothing where the start is a stand-in for 0:
 * from 1e-10 in place of 1 the first steps are so short that the cost does not fall noticeably, and the solver stops.
 */
export function leastRadius(state: FoldState, scaleInverse: Float64Array): number {
  const { n, width, R } = state;
  const g = state.gradients().map((slope, j) => slope / (scaleInverse[j] as number));
  const largest = g.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
  if (!(largest > 0)) return 0;
  // Along g / |g|max, so that no square overflows.
  const along = g.map((slope) => slope / largest);
  let curvature = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = i; j < n; j++) {
      sum += ((R[i * width + j] as number) / (scaleInverse[j] as number)) * (along[j] as number);
    }
    curvature = Math.hypot(curvature, sum);
  }
  const size = Math.hypot(...along);
  const length = (((size / curvature) * (largest * size)) / curvature) * size;
  return Number.isFinite(length) ? length : 0;
}

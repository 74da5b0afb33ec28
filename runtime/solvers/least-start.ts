import { lengthOfPair } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";
import { norm } from "./solver.js";

/**
 * A lower limit for the scaled length of the start, |D x|, from which the first radius is computed.
 *
 * MINPACK and SciPy use |D x| itself. That says nothing about the problem if the start stands in
 * for 0: from a start of 1e-10 instead of 1 the first steps are so short that the cost does not
 * fall noticeably, and the solver stops. The model has a length of its own: the distance to its
 * minimum along the steepest descent, the Cauchy point (Nocedal and Wright, Numerical Optimization,
 * 2nd ed., section 4.1). Under a robust loss it is not used: the loss scales J down to almost
 * nothing where it is flat, and the Cauchy point of such a model says nothing about its length.
 *
 * `compiler/backends/wasm/lm/lm.ts` does the same in WebAssembly (see `Lm`).
 *
 * @param along a work array of n numbers
 */
export function leastStart(state: FoldState, scaleInverse: Float64Array, along: Float64Array): number {
  const { n } = state;
  let largest = 0;
  for (let j = 0; j < n; j++) {
    along[j] = state.gradient(j) / (scaleInverse[j] as number);
    largest = Math.max(largest, Math.abs(along[j] as number));
  }
  if (!(largest > 0)) return 0;
  // Work with g / |g|max, so that no square overflows.
  for (let j = 0; j < n; j++) along[j] = (along[j] as number) / largest;
  const size = norm(along);
  let curvature = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = i; j < n; j++) {
      sum += (state.entry(i, j) / (scaleInverse[j] as number)) * (along[j] as number);
    }
    curvature = lengthOfPair(curvature, sum);
  }
  const length = (((size / curvature) * (largest * size)) / curvature) * size;
  return Number.isFinite(length) ? length : 0;
}

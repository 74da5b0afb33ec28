import { lengthOfPair } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";
import { norm } from "./solver.js";

/**
 * What the length of the start, in the scaled variables D x, counts as at least, where the first radius is taken from it.
 *
 * MINPACK and SciPy go by that length alone, which tells nothing where the start is a stand-in for 0: from 1e-10 in place of 1
 * the first steps are so short that the cost does not fall noticeably, and the solver stops. The model itself has a length: the
 * steepest descent to its minimum, the Cauchy point (Nocedal and Wright, Numerical Optimization, 2nd ed., section 4.1).
 *
 * `compiler/backends/wasm/lm/lm.ts` does the same in WebAssembly (see `Lm`).
 *
 * @param robust the loss scales J, down to next to nothing where it is flat, and the Cauchy point of such a model is no measure:
 *   the length is no more than that of a start of 0.01 in every parameter
 * @param along n numbers to work in
 */
export function leastStart(state: FoldState, scaleInverse: Float64Array, robust: boolean, along: Float64Array): number {
  const { n } = state;
  let largest = 0;
  for (let j = 0; j < n; j++) {
    along[j] = state.gradient(j) / (scaleInverse[j] as number);
    largest = Math.max(largest, Math.abs(along[j] as number));
  }
  if (!(largest > 0)) return 0;
  // Along g / |g|max, so that no square overflows.
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
  if (!Number.isFinite(length)) return 0;
  return robust ? Math.min(length, 0.01 * norm(scaleInverse)) : length;
}

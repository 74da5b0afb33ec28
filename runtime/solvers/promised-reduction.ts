import { svd } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";
import { slopeNoise } from "./rounding.js";

/** At a minimum, a Gauss-Newton step reduces the cost by no more than this fraction. */
export const stationary = 1e-6;

/**
 * The smallest relative singular value, with columns of J scaled to length 1, that counts: smaller
 * ones are lost in rounding.
 */
export const resolved = 1e-10;

/**
 * The fraction of the cost by which an undamped Gauss-Newton step is predicted to reduce it:
 * |U'r|^2 / (2 cost), where U is an orthonormal basis of the columns of J. It does not depend on
 * the units of the parameters or the residuals. It is 0 at a minimum. Apart from the degrees of
 * freedom it is the square of the relative offset of Bates and Watts (Technometrics 23 (1981) 179).
 * U'r = S^-1 V'g is computed from the summed gradient g, without components that are rounding.
 *
 * @param columns the columns of J that may move
 */
export function promisedReduction(x: Float64Array, state: FoldState, columns: readonly number[]): number {
  const { n, cost } = state;
  const moving = columns.filter((j) => state.columnNorm(j) > 0);
  const k = moving.length;
  const u = new Float64Array(n * k);
  const slopes = new Float64Array(k);
  for (const [c, j] of moving.entries()) {
    const length = state.columnNorm(j);
    state.copyColumn(j, u, c * n, length);
    slopes[c] = state.gradient(j) / length;
  }
  const s = new Float64Array(k);
  const v = new Float64Array(k * k);
  svd(u, n, k, u, s, v);
  const length = Math.sqrt(2 * cost);
  let reduction = 0;
  for (let c = 0; c < k && (s[c] as number) > resolved * (s[0] as number); c++) {
    let slope = 0;
    for (let i = 0; i < k; i++) slope += (v[c * k + i] as number) * (slopes[i] as number);
    if (Math.abs(slope) <= slopeNoise(x, state, 1, s[c])) continue;
    const along = slope / (s[c] as number) / length;
    reduction += along * along;
  }
  return reduction;
}

/** An upper bound of {@link promisedReduction} for any columns: |Q'r|^2 / (2 cost). */
export function mostPromised({ rhsNorm, cost }: FoldState): number {
  const along = rhsNorm / Math.sqrt(2 * cost);
  return along * along;
}

import { svd } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";

/** More than this part of the cost is more than a minimum leaves to a Gauss-Newton step. */
export const stationary = 1e-6;

/** Directions that J, its columns scaled to length 1, tells worse than this against the best are lost in rounding. */
const told = 1e-10;

/**
 * The part of the cost that an undamped Gauss-Newton step promises to take away: |U'r|^2 / (2 cost), U being an orthonormal basis of
 * the columns of J, so that it depends neither on the units of the parameters nor on those of the residuals. It is 0 at a
 * minimum, and the square of the relative offset of Bates and Watts (Technometrics 23 (1981) 179) but for the degrees of freedom.
 *
 * @param columns those of J that may move
 */
export function promisedReduction(state: FoldState, columns: readonly number[]): number {
  const { n, cost } = state;
  const moving = columns.filter((j) => state.columnNorm(j) > 0);
  const k = moving.length;
  const u = new Float64Array(n * k);
  for (const [c, j] of moving.entries()) {
    state.copyColumn(j, u, c * n, state.columnNorm(j));
  }
  const s = new Float64Array(k);
  svd(u, n, k, u, s, new Float64Array(k * k));
  const length = Math.sqrt(2 * cost);
  let reduction = 0;
  for (let c = 0; c < k && (s[c] as number) > told * (s[0] as number); c++) {
    let along = 0;
    for (let i = 0; i < n; i++) along += (u[c * n + i] as number) * (state.rhs(i) / length);
    reduction += along * along;
  }
  return reduction;
}

/** No less than {@link promisedReduction}, whatever the columns: |Q'r|^2 / (2 cost). */
export function mostPromised({ rhsNorm, cost }: FoldState): number {
  const along = rhsNorm / Math.sqrt(2 * cost);
  return along * along;
}

import { svd } from "../../../math/index.js";
import { dot } from "../../fold/panel-loops.js";
import { PanelQr } from "../../fold/panel-qr.js";
import { FoldState } from "../../fold/state.js";
import type { BasisFold } from "./basis-fold.js";

/**
 * Variable projection. With the columns Phi = [phi_i] and phi_0, all functions of alpha, the sum of
 * squares |Phi beta + phi_0|^2 / 2 is least over beta at beta = -Phi^+ phi_0. The residual there,
 * r = P phi_0 with P = I - Phi Phi^+, is a function of alpha alone (Golub and Pereyra, SIAM J.
 * Numer. Anal. 10 (1973) 413; Inverse Problems 19 (2003) R1). Of its derivative,
 *
 *   dr/dalpha_j = P D_j + (terms in the range of Phi),
 *   D_j = sum_i beta_i dphi_i/dalpha_j + dphi_0/dalpha_j,
 *
 * only the first part is used (Kaufman, BIT 15 (1975) 49). Since r is orthogonal to the range of
 * Phi, the gradient of the cost, D_j'r, is exact without the other terms, and the steps are as
 * good.
 *
 * In the triangular factor R of [Phi | derivatives | phi_0], the range of Phi is the space of the
 * first rows, so leaving these rows out is the projection, and loses no digits. If Phi is
 * rank-deficient, singular values up to 32 n eps of the largest (with columns scaled to length 1)
 * count as 0, beta is the shortest solution in that scaling, and what remains of the first rows is
 * kept.
 */
export class Projection {
  readonly beta: Float64Array;
  /** Whether the data determine beta for this alpha. */
  readonly fullRank: boolean;
  /** The left singular vectors of Phi for the singular values that are not 0, column-major. */
  private readonly range: Float64Array;
  private readonly rank: number;

  /** @param count the number of columns of Phi */
  constructor(
    private readonly factor: FoldState,
    private readonly count: number,
  ) {
    const n = count;
    const target = factor.n - 1;
    const lengths = Float64Array.from({ length: n }, (_, j) => factor.columnNorm(j) || 1);
    const u = new Float64Array(n * n);
    for (let j = 0; j < n; j++) {
      factor.copyColumn(j, u, j * n, lengths[j]);
    }
    const s = new Float64Array(n);
    const v = new Float64Array(n * n);
    svd(u, n, n, u, s, v);
    const threshold = 32 * n * Number.EPSILON * (s[0] ?? 0);
    let rank = 0;
    while (rank < n && (s[rank] as number) > threshold) rank++;
    this.rank = rank;
    this.fullRank = rank === n;
    this.range = u;
    this.beta = new Float64Array(n);
    for (let c = 0; c < rank; c++) {
      let part = 0;
      for (let i = 0; i < n; i++) part += (u[c * n + i] as number) * factor.entry(i, target);
      part /= s[c] as number;
      for (let j = 0; j < n; j++) {
        this.beta[j] = (this.beta[j] as number) - ((v[c * n + j] as number) * part) / (lengths[j] as number);
      }
    }
  }

  /**
   * The state of the projected problem: the factor of [P D | r], its cost and its gradient.
   *
   * @param alphas the number of parameters alpha
   */
  state(alphas: number, derivatives: BasisFold["derivatives"]): FoldState {
    const { factor, beta } = this;
    const rows = factor.n;
    const residual = this.projected([{ column: factor.n - 1, weight: 1 }]);
    const columns = Array.from({ length: alphas }, (_, j) =>
      this.projected(
        derivatives.flatMap(({ alpha, beta: i, column }) =>
          alpha === j ? [{ column, weight: i < 0 ? 1 : (beta[i] as number) }] : [],
        ),
      ),
    );
    const state = new FoldState(alphas);
    state.addCost(dot(residual, residual, rows) / 2);
    for (const [j, column] of columns.entries()) state.addGradient(j, dot(column, residual, rows));
    const qr = new PanelQr(alphas + 1);
    const all = [...columns, residual];
    qr.measure(all, rows);
    state.reduce(qr, all, rows);
    return state;
  }

  /** P times a weighted sum of columns. */
  private projected(terms: readonly { readonly column: number; readonly weight: number }[]): Float64Array {
    const { factor, count: n, range, rank } = this;
    const sum = new Float64Array(factor.n);
    for (const { column, weight } of terms) {
      for (let i = 0; i <= column; i++) sum[i] = (sum[i] as number) + weight * factor.entry(i, column);
    }
    if (this.fullRank) return sum.fill(0, 0, n);
    for (let c = 0; c < rank; c++) {
      let part = 0;
      for (let i = 0; i < n; i++) part += (range[c * n + i] as number) * (sum[i] as number);
      for (let i = 0; i < n; i++) sum[i] = (sum[i] as number) - part * (range[c * n + i] as number);
    }
    return sum;
  }
}

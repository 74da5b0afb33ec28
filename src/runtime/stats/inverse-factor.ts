import { invertUpper, lengthOf } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";

/**
 * Up to this condition of the column-scaled J its triangular factor is inverted as it is: the inverse has as many digits as J leaves
 * to it (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 14.2), and the rank, which counts singular values
 * above 32 n eps, is beyond doubt. Above it singular values tell what is determined.
 */
const wellConditioned = 1e9;

/**
 * The inverse of the triangular factor of J, in workspaces that serve one state after another. With J = Q R D, D being the column
 * lengths of J, a root of (J'J)^-1 is D^-1 R^-1, whose rows are as long as the standard errors (Golub and Van Loan, 4th ed., 5.3.3).
 */
export class InverseFactor {
  /** R^-1, column-major, n x n. */
  readonly inverse: Float64Array;
  /** D^-1. */
  readonly scales: Float64Array;
  private readonly factor: Float64Array;
  private readonly row: Float64Array;

  /** @param n columns of J */
  constructor(private readonly n: number) {
    this.inverse = new Float64Array(n * n);
    this.scales = new Float64Array(n);
    this.factor = new Float64Array(n * n);
    this.row = new Float64Array(n);
  }

  /** Takes the factor of a state; false, and nothing is to be read of it, where it is not well conditioned. */
  take(state: FoldState): boolean {
    const { n, inverse, factor, scales } = this;
    for (let j = 0; j < n; j++) {
      const length = state.columnNorm(j) || 1;
      scales[j] = 1 / length;
      for (let i = 0; i <= j; i++) factor[j * n + i] = (state.R[i * state.width + j] as number) / length;
    }
    invertUpper(factor, n, n, inverse);
    // The columns of R have length 1, so that its largest singular value is at most sqrt(n); the inverse bounds the smallest.
    return Math.sqrt(n) * lengthOf(inverse, 0, n * n, 1) <= wellConditioned;
  }

  /** Entry c of the row of the root that belongs to parameter i, for residuals of this standard deviation. */
  root(i: number, c: number, deviation: number): number {
    return (this.inverse[c * this.n + i] as number) * (this.scales[i] as number) * deviation;
  }

  /** The standard error of parameter i. */
  standardError(i: number, deviation: number): number {
    for (let c = 0; c < this.n; c++) this.row[c] = this.root(i, c, deviation);
    return lengthOf(this.row, 0, this.n, 1);
  }
}

import { lengthOf } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";

/**
 * Up to this condition number of the column-scaled J, its triangular factor is inverted directly.
 * The inverse then has as many digits as J allows (Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., section 14.2), and the rank, which counts singular values above 32 n eps, is
 * full beyond doubt. For a larger condition number, singular values show what is determined.
 */
const wellConditioned = 1e9;

/**
 * The inverse of the triangular factor R of J, in workspaces that serve one state after another. It
 * is a root of (J'J)^-1, and the lengths of its rows are the standard errors (Golub and Van Loan,
 * 4th ed., 5.3.3).
 */
export class InverseFactor {
  /** R^-1, upper-triangular and row-major, n x n. */
  private readonly inverse: Float64Array;
  private readonly row: Float64Array;

  /** @param n the number of columns of J */
  constructor(private readonly n: number) {
    this.inverse = new Float64Array(n * n);
    this.row = new Float64Array(n);
  }

  /**
   * Inverts the factor of a state. Returns false, and leaves nothing to use, unless it is well
   * conditioned.
   */
  take(state: FoldState): boolean {
    const { n, inverse } = this;
    let squares = 0;
    for (let i = n - 1; i >= 0; i--) {
      const at = i * n;
      const head = 1 / state.entry(i, i);
      inverse[at + i] = head;
      for (let c = i + 1; c < n; c++) {
        let sum = 0;
        for (let k = i + 1; k <= c; k++) sum += state.entry(i, k) * (inverse[k * n + c] as number);
        inverse[at + c] = -sum * head;
      }
      const scaled = lengthOf(inverse, at + i, n - i, 1) * state.columnNorm(i);
      squares += scaled * scaled;
    }
    // With columns of length 1 the largest singular value of R is at most sqrt(n), and the norm of
    // the inverse bounds the smallest.
    return Math.sqrt(n * squares) <= wellConditioned;
  }

  /** Entry c of the row of the root for parameter i, for residuals of standard deviation 1. */
  root(i: number, c: number): number {
    return c < i ? 0 : (this.inverse[i * this.n + c] as number);
  }

  /** The standard error of parameter i, for residuals of the given standard deviation. */
  standardError(i: number, deviation: number): number {
    const { n, inverse, row } = this;
    for (let c = i; c < n; c++) row[c] = (inverse[i * n + c] as number) * deviation;
    return lengthOf(row, i, n - i, 1);
  }
}

import type { FoldState } from "../fold/state.js";

/**
 * J has full rank beyond doubt, and does not need pivoting, while its condition number, with
 * columns scaled to the same length, is at most this.
 */
const wellConditioned = 1e4;

/**
 * The factor R of J as it was folded, without pivoting, for a well-conditioned J. Most iterations
 * of most fits need nothing more. `compiler/backends/wasm/lm/factor.ts` does the same in
 * WebAssembly (see `Lm`).
 */
export class FoldedFactor {
  /** The lengths of the columns of J. */
  readonly lengths: Float64Array;
  /** The Gauss-Newton step p, to be added to x. */
  readonly step: Float64Array;
  /** |J p|, which equals |Q'r|. */
  lengthOfJp = 0;

  constructor(private readonly n: number) {
    this.lengths = new Float64Array(n);
    this.step = new Float64Array(n);
  }

  /**
   * Computes the column lengths.
   *
   * @returns whether J is well conditioned. With columns of length 1 its condition number is at
   *   most 2 / |det R| (Guggenheimer, Edelman and Johnson, College Math. J. 26 (1995) 2).
   */
  measure(state: FoldState): boolean {
    const { n, lengths } = this;
    let determinant = 1;
    for (let j = 0; j < n; j++) {
      const length = state.columnNorm(j);
      lengths[j] = length;
      determinant *= Math.abs(state.entry(j, j)) / length;
    }
    return 2 <= wellConditioned * determinant;
  }

  /** Solves R p = -Q'r. */
  solve(state: FoldState): void {
    const { n, step } = this;
    for (let i = n - 1; i >= 0; i--) {
      let sum = state.rhs(i);
      for (let j = i + 1; j < n; j++) sum += state.entry(i, j) * (step[j] as number);
      step[i] = -sum / state.entry(i, i);
    }
    this.lengthOfJp = state.rhsNorm;
  }
}

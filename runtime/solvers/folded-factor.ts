import type { FoldState } from "../fold/state.js";

/**
 * Up to this condition of J, its columns scaled to one length, its rank is beyond doubt, and pivots
 * have nothing to decide.
 */
const wellConditioned = 1e4;

/**
 * The factor R of J as it was folded, without pivots, where J is well conditioned: most of the
 * iterations of most fits need no more. `compiler/backends/wasm/lm/factor.ts` does the same in
 * WebAssembly (see `Lm`).
 */
export class FoldedFactor {
  /** The lengths of the columns of J. */
  readonly lengths: Float64Array;
  /** The Gauss-Newton step p, to be added. */
  readonly step: Float64Array;
  /** |J p|, which is that of Q'r. */
  lengthOfJp = 0;

  constructor(private readonly n: number) {
    this.lengths = new Float64Array(n);
    this.step = new Float64Array(n);
  }

  /**
   * Measures the columns.
   * @returns whether J is well conditioned: with columns of length 1 its condition is at most 2 /
   *   |det R| (Guggenheimer, Edelman and Johnson, College Math. J. 26 (1995) 2)
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

import type { ColumnData, ResidualBlock, StatementInfo } from "../contract/fit-problem.js";
import { isNoise } from "../fit/check-noise.js";
import { leastCost } from "../fold/least-cost.js";
import { forEachPanel, longestPanel } from "../fold/panels.js";

/** What is observed in the rows of a batch, and how well: what the checks of a fit ask of it, without allocation. */
export class Observations {
  private readonly raw: Float64Array;
  private readonly observed: Float64Array;
  private readonly noise: Float64Array;
  private readonly plain: boolean;
  private readonly fits: boolean;
  /** A column that is observed, every row of which counts. */
  private readonly column: Float64Array | null;

  /** @param block of rows, all statements of the model */
  constructor(
    private readonly statements: readonly StatementInfo[],
    private readonly block: ResidualBlock,
    private readonly columns: ColumnData,
  ) {
    const size = longestPanel([block]);
    this.raw = new Float64Array(size);
    this.observed = new Float64Array(size);
    this.noise = new Float64Array(size);
    this.plain = statements.every(({ noise }) => noise === "none");
    this.fits = statements.some(({ kind }) => kind === "fit");
    const direct = statements.find(({ observed, noise }) => observed >= 0 && noise !== "weight");
    this.column = columns[direct?.observed ?? -1] ?? null;
  }

  /**
   * How many residuals of rows `[from, to)` have a weight that is not 0: as `checkNoise` counts them.
   * @returns 0 also where a deviation or weight is none
   */
  count(p: Float64Array, from: number, to: number): number {
    const { statements, block, columns, raw, observed, noise } = this;
    let count = (to - from) * block.count;
    if (this.plain) return count;
    let valid = true;
    forEachPanel(from, to, (start, end) => {
      const k = end - start;
      block.measure(p, columns, start, end, raw, observed, noise);
      for (let s = 0; s < block.count; s++) {
        const kind = statements[s]?.noise ?? "none";
        for (let i = s * k; i < (s + 1) * k; i++) {
          valid &&= isNoise(kind, noise[i] as number);
          if (noise[i] === 0) count--;
        }
      }
    });
    return valid ? count : 0;
  }

  /** Whether the observations that count are large enough for sums of their squares, as far as the first of them tell. */
  areSized(p: Float64Array, from: number, to: number): boolean {
    if (!this.fits) return true;
    const { block, columns, raw, observed, noise, column } = this;
    for (let row = from; row < to; row++) {
      if (column !== null && (column[row] as number) ** 2 >= leastCost) return true;
      block.measure(p, columns, row, row + 1, raw, observed, noise);
      for (let s = 0; s < block.count; s++) {
        if (noise[s] !== 0 && (observed[s] as number) ** 2 >= leastCost) return true;
      }
    }
    return false;
  }
}

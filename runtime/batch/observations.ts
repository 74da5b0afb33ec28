import { type ColumnData, type FitProblem, panelRows } from "../contract/fit-problem.js";
import { isNoise } from "../fit/check-noise.js";
import { leastCost } from "../fold/least-cost.js";

/** What is observed in the rows of a batch, and how well: what the checks of a fit ask of it, without allocation. */
export class Observations {
  private readonly raw: Float64Array;
  private readonly observed: Float64Array;
  private readonly noise: Float64Array;
  private readonly plain: boolean;
  private readonly fits: boolean;
  /** A column that is observed, every row of which counts. */
  private readonly column: Float64Array | null;

  constructor(
    private readonly problem: FitProblem,
    private readonly columns: ColumnData,
  ) {
    const { rowStatements: m, statements } = problem;
    this.raw = new Float64Array(m * panelRows);
    this.observed = new Float64Array(m * panelRows);
    this.noise = new Float64Array(m * panelRows);
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
    const { problem, columns, raw, observed, noise } = this;
    const { rowStatements: m, statements } = problem;
    let count = (to - from) * m;
    if (this.plain) return count;
    for (let start = from; start < to; start += panelRows) {
      const k = Math.min(panelRows, to - start);
      problem.measure(p, columns, start, start + k, raw, observed, noise);
      for (let s = 0; s < m; s++) {
        const kind = statements[s]?.noise ?? "none";
        for (let i = s * k; i < (s + 1) * k; i++) {
          if (!isNoise(kind, noise[i] as number)) return 0;
          if (noise[i] === 0) count--;
        }
      }
    }
    return count;
  }

  /** Whether the observations that count are large enough for sums of their squares, as far as the first of them tell. */
  areSized(p: Float64Array, from: number, to: number): boolean {
    if (!this.fits) return true;
    const { problem, columns, raw, observed, noise, column } = this;
    for (let row = from; row < to; row++) {
      if (column !== null && (column[row] as number) ** 2 >= leastCost) return true;
      problem.measure(p, columns, row, row + 1, raw, observed, noise);
      for (let s = 0; s < problem.rowStatements; s++) {
        if (noise[s] !== 0 && (observed[s] as number) ** 2 >= leastCost) return true;
      }
    }
    return false;
  }
}

import type { ColumnData, FitProblem, ResidualBlock } from "../contract/fit-problem.js";
import { mayLeaveOut } from "../contract/noise.js";
import { leastCost } from "../fold/least-cost.js";

/** Reads the observations of a batch one row at a time, without allocation. */
export class Observations {
  private readonly raw: Float64Array;
  private readonly observed: Float64Array;
  private readonly noise: Float64Array;
  private readonly fits: boolean;
  /** An observed column of which every row counts; null if there is none. */
  private readonly column: Float64Array | null;

  /** @param block the row block, which has all statements of the model */
  constructor(
    { statements }: Pick<FitProblem, "statements">,
    private readonly block: ResidualBlock,
    private readonly columns: ColumnData,
  ) {
    this.raw = new Float64Array(block.count);
    this.observed = new Float64Array(block.count);
    this.noise = new Float64Array(block.count);
    this.fits = statements.some(({ kind }) => kind === "fit");
    const direct = statements.find(({ observed, noise }) => observed >= 0 && !mayLeaveOut(noise));
    this.column = columns[direct?.observed ?? -1] ?? null;
  }

  /**
   * True if the observations that count are large enough that their squares do not underflow. Stops
   * at the first one that is.
   */
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

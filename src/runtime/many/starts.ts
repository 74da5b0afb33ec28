import type { ColumnData, FitProblem } from "../problem.js";
import type { Batch } from "./batch.js";

/**
 * Start values and bounds of one data set after another: those of `startValues`, without allocation. One that it would refuse is none.
 */
export class Starts {
  /** Of each parameter the start value, the lower and the upper bound. */
  readonly values: Float64Array;
  private readonly given: readonly (number | ArrayLike<number> | undefined)[];

  /** @param bounds those of the call, by parameter */
  constructor(
    private readonly problem: FitProblem,
    { starts }: Batch,
    private readonly bounds: ReadonlyMap<number, readonly [number, number]>,
  ) {
    this.values = new Float64Array(3 * problem.params.length);
    this.given = problem.params.map(({ name }) => starts.get(name));
  }

  /**
   * @param columns of data set i alone
   * @returns whether a fit may start from there
   */
  take(i: number, columns: ColumnData, rows: number): boolean {
    const { problem, values, given, bounds } = this;
    problem.start(columns, rows, values);
    for (let j = 0; j < given.length; j++) {
      const start = given[j];
      if (start !== undefined) values[3 * j] = typeof start === "number" ? start : (start[i] as number);
      const ends = bounds.get(j);
      if (ends !== undefined) {
        values[3 * j + 1] = ends[0];
        values[3 * j + 2] = ends[1];
      }
      if (!this.isStart(j, ends !== undefined)) return false;
    }
    return true;
  }

  /** @param closed the bounds are those of the call, which include their ends */
  private isStart(j: number, closed: boolean): boolean {
    const info = this.problem.params[j];
    const value = this.values[3 * j] as number;
    const lower = this.values[3 * j + 1] as number;
    const upper = this.values[3 * j + 2] as number;
    if (!Number.isFinite(value) || !(lower < upper)) return false;
    const above = value > lower || (value === lower && (closed || info?.lowerOpen === false));
    return above && (value < upper || (value === upper && (closed || info?.upperOpen === false)));
  }
}

import type { ColumnData, FitProblem } from "../problem.js";
import type { Batch } from "./batch.js";

/**
 * Start values and bounds of one data set after another: those of `startValues`, without allocation. One that it would refuse is none.
 */
export class Starts {
  /** Of all parameters. */
  readonly params: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Start value and bounds, parameter by parameter, as the spec's rules give them. */
  private readonly rules: Float64Array;
  private readonly given: readonly (number | ArrayLike<number> | undefined)[];

  /**
   * @param bounds those of the call, by parameter
   */
  constructor(
    private readonly problem: FitProblem,
    { starts }: Batch,
    private readonly bounds: ReadonlyMap<number, readonly [number, number]>,
  ) {
    const count = problem.params.length;
    this.params = new Float64Array(count);
    this.lower = new Float64Array(count);
    this.upper = new Float64Array(count);
    this.rules = new Float64Array(3 * count);
    this.given = problem.params.map(({ name }) => starts.get(name));
  }

  /**
   * @param columns of data set i alone
   * @returns whether a fit may start from there
   */
  take(i: number, columns: ColumnData, rows: number): boolean {
    const { problem, params, lower, upper, rules, given, bounds } = this;
    problem.start(columns, rows, rules);
    for (let j = 0; j < params.length; j++) {
      const start = given[j];
      params[j] =
        start === undefined ? (rules[3 * j] as number) : typeof start === "number" ? start : (start[i] as number);
      const ends = bounds.get(j);
      lower[j] = ends === undefined ? (rules[3 * j + 1] as number) : ends[0];
      upper[j] = ends === undefined ? (rules[3 * j + 2] as number) : ends[1];
      if (!this.isStart(j, ends !== undefined)) return false;
    }
    return true;
  }

  /** @param closed the bounds are those of the call, which include their ends */
  private isStart(j: number, closed: boolean): boolean {
    const info = this.problem.params[j];
    const value = this.params[j] as number;
    const lower = this.lower[j] as number;
    const upper = this.upper[j] as number;
    if (!Number.isFinite(value) || !(lower < upper)) return false;
    const above = value > lower || (value === lower && (closed || info?.lowerOpen === false));
    return above && (value < upper || (value === upper && (closed || info?.upperOpen === false)));
  }
}

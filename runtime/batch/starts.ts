import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import type { Batch } from "./batch.js";

/**
 * Start values and bounds of one data set after another: those of `startValues`, without allocation. One that it would refuse is none.
 */
export class Starts {
  /** Of each parameter the start value, the lower and the upper bound. */
  readonly values: Float64Array;
  private readonly given: readonly (number | ArrayLike<number> | undefined)[];
  /** What the rules of the spec give for every data set; null where they read the data. */
  private readonly constant: Float64Array | null;

  /**
   * @param columns of all data sets
   * @param bounds those of the call, by parameter
   */
  constructor(
    private readonly problem: FitProblem,
    private readonly columns: ColumnData,
    { starts }: Batch,
    private readonly bounds: ReadonlyMap<number, readonly [number, number]>,
  ) {
    this.values = new Float64Array(3 * problem.params.length);
    this.given = problem.params.map(({ name }) => starts.get(name));
    this.constant = constantRules(problem);
  }

  /**
   * @param from the rows of data set i, `[from, to)`
   * @returns whether a fit may start from there
   */
  take(i: number, from: number, to: number): boolean {
    const { problem, values, given, bounds, constant, columns } = this;
    if (constant !== null) values.set(constant);
    else {
      const own = columns.map((column) => column.subarray(from, to));
      problem.start(own, to - from, values);
    }
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

/** The start values and bounds of a spec that reads no column for them; null for one that does. */
function constantRules(problem: FitProblem): Float64Array | null {
  const values = new Float64Array(3 * problem.params.length);
  let isConstant = true;
  const columns = problem.columns.map(() => new Float64Array(0));
  const watched = new Proxy(columns, {
    get(target, key) {
      isConstant = false;
      return Reflect.get(target, key) as unknown;
    },
  });
  problem.start(watched, 0, values);
  return isConstant ? values : null;
}

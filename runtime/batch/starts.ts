import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { type GivenStarts, startAt, takeStart } from "../fit/start-rules.js";

/**
 * Start values and bounds of one data set after another: those that `startValues` gives, without
 * allocation.
 */
export class Starts {
  /** For each parameter the start value, the lower bound and the upper bound. */
  readonly values: Float64Array;
  private readonly given: readonly (number | Float64Array | undefined)[];
  /**
   * The values that the rules of the spec give for every data set; null if the rules read the data,
   * or if they are needed only once.
   */
  private readonly constant: Float64Array | null;

  /**
   * @param columns the columns of all data sets
   * @param call the start values and the bounds of the call
   * @param count number of data sets
   */
  constructor(
    private readonly problem: FitProblem,
    private readonly columns: ColumnData,
    private readonly call: GivenStarts,
    count: number,
  ) {
    this.values = new Float64Array(3 * problem.params.length);
    this.given = problem.params.map((_, j) => call.starts.get(j));
    this.constant = count > 1 ? constantRules(problem) : null;
  }

  /**
   * @param from the first row of data set i, whose rows are `[from, to)`
   * @returns true if a fit may start from there
   */
  take(i: number, from: number, to: number): boolean {
    const { problem, values, given, call, constant, columns } = this;
    if (constant !== null) values.set(constant);
    else {
      const own = columns.map((column) => column.subarray(from, to));
      problem.start(own, to - from, values);
    }
    for (let j = 0; j < given.length; j++) {
      const info = problem.params[j];
      const own = startAt(given[j], i);
      if (info === undefined || takeStart(values, j, info, own, call.bounds.get(j)) !== null) return false;
    }
    return true;
  }
}

/** The start values and bounds of a spec if they depend on no column, otherwise null. */
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

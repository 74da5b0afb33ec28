import type { FitProblem } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";
import type { StartValues } from "../solvers/start-values.js";
import { refuseInfinities } from "./refuse-infinities.js";
import { startRefusal } from "./start-refusal.js";
import { endsOf, type GivenStarts, startAt, takeStart } from "./start-rules.js";

/**
 * The start values and bounds that the spec computes from the data, overridden by those of the
 * call.
 *
 * @param set the data set, for start values that differ among them
 * @throws FitError startNotFinite, boundNotNumber, boundsWithoutRoom, startOutsideBounds,
 *   startExcluded; dataNotFinite for a rule that an infinite value in the data spoils
 */
export function startValues(problem: FitProblem, data: PreparedData, given: GivenStarts, set: number): StartValues {
  const { starts, bounds, active, indices } = given;
  const count = problem.params.length;
  const values = new Float64Array(3 * count);
  problem.start(data.columns, data.rows, values);
  for (const [j, info] of problem.params.entries()) {
    const own = startAt(starts.get(j), set);
    const isLacking = info.startless && own === undefined;
    const isSpoilt = !Number.isFinite(values[3 * j]);
    const fault = takeStart(values, j, info, own, bounds.get(j));
    if (!isLacking && isSpoilt && !Number.isFinite(values[3 * j])) refuseInfinities(problem, data, 0, data.rows);
    if (fault !== null) throw startRefusal(fault, info.name, endsOf(info, bounds.get(j)), values.subarray(3 * j));
  }
  const params = new Float64Array(count);
  const lower = new Float64Array(count);
  const upper = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    params[j] = values[3 * j] as number;
    lower[j] = values[3 * j + 1] as number;
    upper[j] = values[3 * j + 2] as number;
  }
  return { params, lower, upper, active, indices };
}

import type { FoldState } from "../fold/state.js";
import { inverseScale } from "./scale.js";
import type { Objective } from "./solver.js";

/*
 * A scale taken from the columns of J is wrong by orders of magnitude where a column is
 * accidentally small. The next step is then far too long in that parameter, and if the cost falls
 * nevertheless, the parameter stays far away. The length of the column there tells: such a step is
 * taken back, and the scale corrected.
 */

/** The growth of a column beyond the largest length so far. */
const growth = 1e3;
/** The change of the residuals along the step, by the column at its end, over their length. */
const overshooting = 1e6;

/**
 * The state before the last step if that shows that the scale was wrong, which is then corrected,
 * and the state after it released; null if the step stands.
 *
 * @param lengths the lengths of the columns of J at `x`
 * @param scaleInverse the largest lengths before the step
 */
export function stateToReturnTo(
  objective: Objective,
  x: Float64Array,
  state: FoldState,
  previous: Float64Array,
  lengths: Float64Array,
  scaleInverse: Float64Array,
): FoldState | null {
  const residuals = Math.sqrt(2 * state.cost);
  for (let j = 0; j < x.length; j++) {
    const length = lengths[j] as number;
    if (!(length > growth * (scaleInverse[j] as number))) continue;
    if (!(length * Math.abs((x[j] as number) - (previous[j] as number)) > overshooting * residuals)) continue;
    const before = objective.linearize(previous);
    if (before === null) return null;
    inverseScale("jac", lengths, scaleInverse, false);
    objective.release(state);
    return before;
  }
  return null;
}

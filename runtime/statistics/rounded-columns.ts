import { modelFold } from "../fold/model-fold.js";
import { scaleOf } from "../solvers/rounding.js";
import type { FinishedFit } from "./finished-fit.js";
import { isThroughData } from "./through-data.js";

/** What rounding leaves open of the residuals, as a part of what the model is made of. */
const rounding = 8 * Number.EPSILON;

/**
 * The parameters whose columns of J are rounding alone, in a fit that goes through the data. Where constant data are fitted by
 * a exp(-k x) + c, a ends near 1e-17 instead of at 0, and the column of k, which is proportional to a, has a length and a direction
 * but no digit. It shows when the linear parameters move by what rounding leaves open of them: such a column changes by more than
 * half. Those of the linear parameters themselves do not depend on them.
 *
 * @param p all parameters at the result
 * @param kept the active free parameters that the covariance is of
 */
export function roundedColumns(fit: FinishedFit, p: Float64Array, kept: readonly number[]): readonly number[] {
  const { problem, data, start, outcome } = fit;
  const { x, state } = outcome;
  const scale = scaleOf(x, state);
  if (problem.separable === null || !isThroughData(x, state)) return [];
  const linear = new Set(problem.separable.linear.map((position) => problem.free[position]));
  const isLinear = (j: number): boolean => linear.has(start.indices[j]);
  const moved = p.slice();
  for (const j of kept) {
    const length = state.columnNorm(j);
    if (isLinear(j) && length > 0) moved[start.indices[j] as number] = (x[j] as number) + (rounding * scale) / length;
  }
  const there = modelFold(problem, data.columns, data.rows, start.active).linearize(moved);
  if (!there.finite) return [];
  return kept.filter((j) => {
    const [here, beside] = [state.columnNorm(j), there.columnNorm(j)];
    return !isLinear(j) && Math.abs(beside - here) > here / 2;
  });
}

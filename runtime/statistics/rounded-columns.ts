import { modelFold } from "../fold/model-fold.js";
import { scaleOf } from "../solvers/rounding.js";
import { isThroughData } from "../solvers/through-data.js";
import type { FinishedFit } from "./finished-fit.js";

/** The rounding error of the residuals, relative to the terms they are differences of. */
const rounding = 8 * Number.EPSILON;

/**
 * The parameters whose columns of J are nothing but rounding, in a fit that passes through the
 * data. If a exp(-k x) + c is fitted to constant data, a ends near 1e-17 instead of at 0, and the
 * column of k, which is proportional to a, has a length and a direction but no correct digit. To
 * detect this, the linear parameters are moved by their rounding error: such a column changes by
 * more than half. The columns of the linear parameters themselves do not depend on them.
 *
 * @param p all parameters at the result
 * @param kept the active free parameters that the covariance covers
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

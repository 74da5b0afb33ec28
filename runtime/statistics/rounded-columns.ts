import { modelFold } from "../fold/model-fold.js";
import { scaleOf } from "../solvers/rounding.js";
import { isThroughData } from "../solvers/through-data.js";
import type { FinishedFit } from "./finished-fit.js";

/** The rounding error of the residuals, relative to the terms they are differences of. */
const rounding = 8 * Number.EPSILON;

/** The own column of a parameter in which the model is linear changes by less than this. */
const unchanged = 1e-6;

/**
 * The parameters whose columns of J are nothing but rounding, in a fit that passes through the
 * data. If a exp(-k x) + c is fitted to constant data, a ends near 1e-17 instead of at 0, and the
 * column of k, which is proportional to a, has a length and a direction but no correct digit. To
 * detect this, each linear parameter is moved by its rounding error: such a column changes by more
 * than half. The column of the linear parameter itself stays as it is, which tells it from others.
 *
 * @param p all parameters at the result
 * @param kept the active free parameters that the covariance covers
 */
export function roundedColumns(fit: FinishedFit, p: Float64Array, kept: readonly number[]): readonly number[] {
  const { problem, data, start, outcome } = fit;
  const { x, state } = outcome;
  if (!isThroughData(x, state)) return [];
  const error = rounding * scaleOf(x, state);
  const fold = modelFold(problem, data.columns, data.rows, start.active);
  const rounded = new Set<number>();
  for (const j of kept.filter((each) => state.columnNorm(each) > 0)) {
    const moved = p.slice();
    moved[start.indices[j] as number] = (x[j] as number) + error / state.columnNorm(j);
    const there = fold.linearize(moved);
    const changes = (k: number, limit: number): boolean =>
      Math.abs(there.columnNorm(k) - state.columnNorm(k)) > limit * state.columnNorm(k);
    if (!there.finite || changes(j, unchanged)) continue;
    for (const k of kept) if (k !== j && changes(k, 0.5)) rounded.add(k);
  }
  return [...rounded];
}

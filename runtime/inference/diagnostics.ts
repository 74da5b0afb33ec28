/**
 * Shows which residuals stand out, and tests whether they behave as they should. Let H be the
 * projection onto the columns of J (rows scaled by sigma or weight, parameters on a bound left
 * out), h_i its diagonal, N the number of residuals and k the rank of J:
 *
 *   standardized   r_i / (s sqrt(1 - h_i)),
 *                  s^2 = chi2 / (N - k), or 1 if sigma is absolute
 *   studentized    r_i / (s_(i) sqrt(1 - h_i)),
 *                  s_(i)^2 = (chi2 - r_i^2 / (1 - h_i)) / (N - k - 1): without the residual itself
 *   Cook           standardized^2 h_i / (1 - h_i) / k
 *
 * (Cook and Weisberg, Residuals and Influence in Regression, 1982, 2.2 and 3.1; for nonlinear
 * models with J at the result, St. Laurent and Cook, Journal of the American Statistical
 * Association 87 (1992) 985.) These are `hatvalues`, `rstandard`, `rstudent` and `cooks.distance`
 * of R, and `hat_matrix_diag`, `resid_studentized_internal`, `resid_studentized_external` and
 * `cooks_distance` of statsmodels.
 */

import { checkedOptions } from "../api/check-options.js";
import type { Columns, ModelShape } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import type { Fitter } from "../api/fitter.js";
import { mayLeaveOut } from "../contract/noise.js";
import { modelFold } from "../fold/model-fold.js";
import { forEachPanel, longestPanel, residualCount, rowBlockOf, rowsOf, statementsOf } from "../fold/panels.js";
import { withoutLosses } from "../fold/with-loss.js";
import { type NormalityTest, normalityTest } from "../statistics/normality.js";
import { durbinWatson, type RunsTest, runsTest, type Sequences } from "../statistics/residual-order.js";
import { leverage, transposed } from "../statistics/sandwich.js";
import { uncertaintyOf } from "../statistics/uncertainty.js";
import { type FittedModel, type FittedOptions, fittedModel, fittedRules } from "./fitted-model.js";

/**
 * One value for each residual, at index row * statements + statement of the rows kept (`rowIndex`
 * gives their positions in the data), then for the statements without a column. NaN if there is no
 * value: at a weight of 0, and where a leverage of 1 leaves no residual.
 */
export interface Diagnostics {
  /** Scaled by sigma or weight, before any loss. */
  readonly residuals: readonly number[];
  /** How much the prediction follows its own observation, from 0 to 1. The sum is the rank of J. */
  readonly leverage: readonly number[];
  /**
   * Divided by the residual's standard deviation (internally studentised). Null if there is nothing
   * to estimate it from.
   */
  readonly standardized: readonly number[] | null;
  /**
   * Divided by a standard deviation that is estimated without the residual (externally
   * studentised): Student's t with N - k - 1 degrees of freedom.
   */
  readonly studentized: readonly number[] | null;
  /** Cook's distance: how far the prediction of all data moves when the observation is left out. */
  readonly cooks: readonly number[] | null;
  /** For neighbours in the order of the data; see {@link durbinWatson}. */
  readonly durbinWatson: number | null;
  readonly runs: RunsTest | null;
  readonly normality: NormalityTest | null;
}

/** A difference 1 - h below this is rounding. */
const rounding = 1e-10;

/**
 * Leverage, standardised and studentised residuals, Cook's distances, and tests of the order and
 * the normality of the residuals.
 *
 * @param data the columns of the fit
 * @throws FitError as `fittedModel`
 */
export function diagnostics<M extends ModelShape>(
  fitter: Fitter<M>,
  fit: FitResult<NoInfer<M>>,
  data: Columns<M["column"]>,
  options: FittedOptions = {},
): Diagnostics {
  const model = fittedModel(fitter, fit, data, checkedOptions(options, fittedRules));
  const { residuals, leverage: leverages, standardized, rank, dof, chi2, left } = standardize(model);
  const studentized =
    dof > 1 && chi2 > 0
      ? residuals.map((value, i) => {
          const rest = left(i);
          const others = Math.max(0, chi2 - (value * value) / rest) / (dof - 1);
          return value === 0 ? 0 : value / Math.sqrt(others * rest);
        })
      : null;
  const cooks =
    standardized?.map((value, i) => (value * value * (leverages[i] as number)) / (left(i) * Math.max(1, rank))) ?? null;
  const sequences = sequencesOf(model, residuals);
  return {
    residuals,
    leverage: leverages,
    standardized,
    studentized,
    cooks,
    durbinWatson: durbinWatson(sequences),
    runs: runsTest(sequences),
    normality: normalityTest(Float64Array.from(sequences.flatMap((sequence) => Array.from(sequence)))),
  };
}

/** The part of {@link diagnostics} that takes least time, for many rows. */
export function leverageDiagnostics<M extends ModelShape>(
  fitter: Fitter<M>,
  fit: FitResult<NoInfer<M>>,
  data: Columns<M["column"]>,
  options: FittedOptions = {},
): Pick<Diagnostics, "residuals" | "leverage" | "standardized"> {
  return standardize(fittedModel(fitter, fit, data, checkedOptions(options, fittedRules)));
}

function standardize(model: FittedModel) {
  const { rank, residuals, leverages } = leveragesOf(model);
  let chi2 = 0;
  let count = 0;
  for (const value of residuals) {
    if (Number.isNaN(value)) continue;
    chi2 += value * value;
    count++;
  }
  const dof = count - rank;
  const scale = model.result.sigma === "absolute" ? 1 : Math.sqrt(chi2 / dof);
  const left = (i: number): number => {
    const rest = 1 - (leverages[i] as number);
    return rest > rounding ? rest : Number.NaN;
  };
  const standardized =
    scale > 0 && scale < Number.POSITIVE_INFINITY
      ? residuals.map((value, i) => value / (scale * Math.sqrt(left(i))))
      : null;
  return { residuals, leverage: leverages, standardized, rank, dof, chi2, left };
}

/**
 * The residuals (NaN where the weight is 0) and the diagonal of the projection, in two passes over
 * the data.
 */
function leveragesOf({ problem, data, params, active, kept }: FittedModel) {
  const { blocks } = problem;
  const plain = modelFold(withoutLosses(problem), data.columns, data.rows, active);
  const { uncertainty, rank } = uncertaintyOf(plain.linearize(params), kept);
  const g = transposed(uncertainty.root);
  const size = longestPanel(blocks);
  const r = new Float64Array(size);
  const J = new Float64Array(size * problem.free.length);
  const noise = new Float64Array(size);
  const scratch = [new Float64Array(size), new Float64Array(size)] as const;
  const residuals = new Array<number>(residualCount(problem, data.rows));
  const leverages = new Array<number>(residuals.length);
  let at = 0;
  for (const block of blocks) {
    const m = block.count;
    const statements = statementsOf(problem, block);
    forEachPanel(0, rowsOf(block, data.rows), (from, to) => {
      const k = to - from;
      block.linearize(params, data.columns, from, to, r, J);
      block.measure(params, data.columns, from, to, scratch[0], scratch[1], noise);
      const columns = active.map((j) => J.subarray(j * m * k, (j + 1) * m * k));
      for (const [s, { noise: model }] of statements.entries()) {
        for (let i = 0; i < k; i++) {
          const out = at + i * m + s;
          residuals[out] = mayLeaveOut(model) && noise[s * k + i] === 0 ? Number.NaN : (r[s * k + i] as number);
          leverages[out] = Math.min(1, leverage(g, columns, s * k + i));
        }
      }
      at += m * k;
    });
  }
  return { rank, residuals, leverages };
}

/**
 * The residuals of each statement in the order of the rows, except for statements without a column.
 */
function sequencesOf({ problem, data }: FittedModel, residuals: readonly number[]): Sequences {
  const m = rowBlockOf(problem)?.count ?? 0;
  return Array.from({ length: m }, (_, s) =>
    Float64Array.from({ length: data.rows }, (_, i) => residuals[i * m + s] as number).filter(
      (value) => !Number.isNaN(value),
    ),
  );
}

import { residualsOf } from "../fold/evaluate.js";
import { modelFold } from "../fold/model-fold.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { scaleOf } from "../solvers/rounding.js";
import type { FittedModel } from "./fitted-model.js";
import { influences } from "./influence.js";

/** The unit in which rises of the cost are measured. */
export interface CostScale {
  /**
   * s^2. Twice a rise of the cost divided by s^2 is distributed as chi-square or, if s^2 is
   * estimated, as F times the number of constrained values.
   */
  readonly variance: number;
  /** Degrees of freedom; infinite if sigma is absolute. */
  readonly dof: number;
}

/**
 * The scale for profiles and contours. For linear loss s^2 is the reduced chi-square, or 1 if sigma
 * is absolute: the likelihood ratio (Bates and Watts, Nonlinear Regression Analysis, 1988, 6.1).
 * For a robust loss it is the scale of the drop in the robust cost,
 *
 *   s^2 = [sum psi^2 / (N - n)] / [mean psi'],   psi = rho' r,
 *
 * (Schrader and Hettmansperger, Biometrika 67 (1980) 93), estimated from the residuals whether or
 * not sigma is absolute.
 *
 * @throws FitError noResidualVariance if there is none
 */
export function costScale(model: FittedModel): CostScale {
  const { result } = model;
  const dof = result.sigma === "absolute" ? Number.POSITIVE_INFINITY : result.dof;
  const linear = model.problem.statements.every(({ loss }) => loss < 0);
  if (linear && result.sigma === "absolute") return { variance: 1, dof };
  const variance = result.dof <= 0 ? Number.NaN : linear ? (result.reducedChi2 ?? Number.NaN) : robustScale(model);
  if (variance > 0 && Number.isFinite(variance) && !(linear && isExact(model))) return { variance, dof };
  const exact = linear ? "all residuals are zero to within rounding" : "the loss is flat at most of the residuals";
  const reason = result.dof > 0 ? exact : "there are no degrees of freedom";
  throw new FitError(runtimeMessages.noResidualVariance({ reason }));
}

/**
 * Residuals up to this fraction of the terms they are differences of are rounding in the last
 * digits.
 */
const lastDigits = 1e-14;

function isExact({ result: { cost }, problem, data, params, active, x }: FittedModel): boolean {
  const state = modelFold(problem, data.columns, data.rows, active).linearize(params);
  return Math.sqrt(2 * cost) <= lastDigits * scaleOf(x, state);
}

function robustScale({ result, problem, data, params }: FittedModel): number {
  const { residuals, dof } = result;
  const r = residualsOf(problem, params, data);
  const { psi, slopes } = influences(problem, data.rows, r);
  const squares = psi.reduce((sum, value) => sum + value * value, 0);
  // A residual of weight 0 is 0 and has slope 1 here: it does not count.
  const slope = slopes.reduce((sum, value) => sum + value, 0) - (r.length - residuals);
  return squares / dof / (slope / residuals);
}

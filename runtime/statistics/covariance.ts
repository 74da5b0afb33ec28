import type { SandwichKind } from "../api/fit-options.js";
import type { Uncertainty } from "../api/fit-result.js";
import type { FoldState } from "../fold/state.js";
import type { FinishedFit } from "./finished-fit.js";
import { residualVariance } from "./residual-variance.js";
import { roundedColumns } from "./rounded-columns.js";
import { curvatureOf, sandwich } from "./sandwich.js";
import { ignorance, type Rank, scaledBy, uncertaintyOf } from "./uncertainty.js";

/** The uncertainty of the parameters of a fit, and what it was computed from. */
export interface FitCovariance extends Rank {
  readonly uncertainty: Uncertainty;
  /** The number of residuals minus `rank`; under SciPy's rules minus the number of parameters. */
  readonly dof: number;
  /** False if there are no degrees of freedom left to estimate the uncertainty from. */
  readonly known: boolean;
  /** The state at the result from which it was computed. */
  readonly jacobian: FoldState;
  /** The uncertainty for residuals of unit variance, which shows what is not determined. */
  readonly factor: Uncertainty;
  /** The number of residuals at which the loss is flat or falls; 0 if all losses are linear. */
  readonly flat: number;
  /** The kind of the sandwich; null for the covariance of residuals with a common variance. */
  readonly kind: SandwichKind | null;
}

/**
 * The covariance of least squares, s^2 (J'J)^-1, where s^2 is the reduced chi-square, or 1 if sigma
 * is absolute. With a robust loss, or on request, it is the sandwich. Under SciPy's rules it is
 * that of `curve_fit`: s^2 = 2 cost / dof, and J as scaled by the loss. The degrees of freedom are
 * those that the rank of J leaves: a parameter that the data do not determine takes none.
 *
 * @param p all parameters at the result
 * @param kept the active free parameters that the covariance covers
 */
export function fitCovariance(
  fit: FinishedFit,
  p: Float64Array,
  kept: readonly number[],
  chi2: number,
  absolute: boolean,
): FitCovariance {
  const { problem, outcome, options, residuals } = fit;
  const scipy = options.compat === "scipy";
  const rounded = scipy ? [] : roundedColumns(fit, p, kept);
  const state = outcome.state.without(rounded);
  const n = outcome.x.length;
  const curvature = problem.statements.some(({ loss }) => loss >= 0) ? curvatureOf(fit, p, kept, rounded) : null;
  const flat = curvature?.flat ?? 0;
  const kind = options.sandwich ?? (curvature === null || scipy ? null : "HC1");
  const jacobian = kind === null ? state : (curvature?.state ?? state);
  const { uncertainty: plain, rank, condition } = uncertaintyOf(jacobian, kept);
  const factor = kind === null ? plain : (curvature?.factor ?? plain);
  const dof = residuals - (scipy ? kept.length : rank);
  const variance = kind === null ? residualVariance(scipy ? 2 * state.cost : chi2, dof, absolute) : Number.NaN;
  const known = kind === null ? Number.isFinite(variance) : dof > 0;
  const scaled = () =>
    kind === null ? scaledBy(factor, Math.sqrt(variance)) : sandwich(fit, p, factor, rank, chi2, kind);
  return { uncertainty: known ? scaled() : ignorance(n), dof, known, jacobian, factor, flat, kind, rank, condition };
}

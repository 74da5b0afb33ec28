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
 * that of `curve_fit`: s^2 = 2 cost / dof, and J as scaled by the loss.
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
  const dof = residuals - kept.length;
  const curvature = problem.statements.some(({ loss }) => loss >= 0) ? curvatureOf(fit, p, kept, rounded) : null;
  const flat = curvature?.flat ?? 0;
  const kind = options.sandwich ?? (curvature === null || scipy ? null : "HC1");
  if (kind !== null) {
    const { uncertainty, ...rank } = uncertaintyOf(curvature?.state ?? state, kept);
    const factor = curvature?.factor ?? uncertainty;
    const known = dof > 0;
    return {
      uncertainty: known ? sandwich(fit, p, factor, kept.length, chi2, kind) : ignorance(n),
      known,
      jacobian: curvature?.state ?? state,
      factor,
      flat,
      kind,
      ...rank,
    };
  }
  const { uncertainty: factor, ...rank } = uncertaintyOf(state, kept);
  const variance = residualVariance(scipy ? 2 * state.cost : chi2, dof, absolute);
  const known = Number.isFinite(variance);
  const uncertainty = known ? scaledBy(factor, Math.sqrt(variance)) : ignorance(n);
  return { uncertainty, known, jacobian: state, factor, flat, kind, ...rank };
}

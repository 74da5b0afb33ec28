import type { SandwichKind } from "../api/fit-options.js";
import type { Uncertainty } from "../api/fit-result.js";
import type { FoldState } from "../fold/state.js";
import type { FinishedFit } from "./finished-fit.js";
import { residualVariance } from "./residual-variance.js";
import { roundedColumns } from "./rounded-columns.js";
import { curvatureOf, sandwich } from "./sandwich.js";
import { ignorance, type Rank, scaledBy, uncertaintyOf } from "./uncertainty.js";

/** The uncertainty of the parameters of a fit, and what it was made of. */
export interface FitCovariance extends Rank {
  readonly uncertainty: Uncertainty;
  /** Nothing is left to estimate it from where it is false. */
  readonly known: boolean;
  /** The state at the result that it comes from. */
  readonly jacobian: FoldState;
  /** The uncertainty for residuals of unit variance: what is not determined. */
  readonly factor: Uncertainty;
  /** Residuals at which the loss is flat or falls; 0 where all losses are linear. */
  readonly flat: number;
  /** Null where it is that of residuals of one variance. */
  readonly kind: SandwichKind | null;
}

/**
 * The covariance of least squares, s^2 (J'J)^-1 with s^2 the reduced chi-square, or 1 where the deviations are known; the sandwich
 * where a loss is robust, or where it is asked for. Under SciPy's rules that of `curve_fit`: s^2 = 2 cost / dof, and J as the loss scales it.
 *
 * @param p all parameters at the result
 * @param kept the active free parameters that the covariance is of
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

import type { Message } from "../../diagnostics/index.js";
import type { SolverName } from "../contract/solver.js";
import type { ModelShape, SandwichKind } from "./fit-options.js";

/** A value with its uncertainty. `stderr` and `ci95` are null where they do not apply, and `Infinity` where the data do not determine it. */
export interface Estimate {
  readonly value: number;
  readonly stderr: number | null;
  /** By Student's t, or by the normal quantile where sigma is absolute. At the level asked for. */
  readonly ci95: readonly [number, number] | null;
}

export interface ParamEstimate extends Estimate {
  readonly init: number;
  readonly lower: number;
  readonly upper: number;
  readonly fixed: boolean;
  /** The bound on which it ended, if any. */
  readonly atBound: "lower" | "upper" | null;
}

/** One of the minima that fits from several starts came to. */
export interface FoundMinimum {
  readonly cost: number;
  /** The free parameters, in the order of the spec. */
  readonly x: readonly number[];
  /** How many of the starts led there. */
  readonly starts: number;
}

/**
 * The linearised uncertainty of the free parameters: plain data, from which the variance of any quantity with gradient h
 * follows (the delta method).
 *
 * J = U S V' D, D being the column lengths of J, so that the rank is told from columns of length 1, whatever the units of the
 * parameters. A singular value up to 32 n eps s_1 is null: the data do not determine the direction D^-1 v. The
 * covariance of what is determined is s^2 D^-1 V S^-2 V' D^-1 over the others (Golub and Van Loan, 4th ed., 5.5). Where J is well
 * conditioned, so that all is determined, R^-1 is as good a root of it as D^-1 V S^-1.
 *
 * A flat prior on the null directions, its variance t growing beyond all bounds, makes the rest precise: the variance of h is
 * finite exactly where h is orthogonal to them, as for `A * B` where only the product is determined.
 */
export interface Uncertainty {
  /** For each parameter its row of a root of the covariance, which is this times its transpose: s D^-1 V S^-1, s R^-1, or the sandwich's. */
  readonly root: readonly (readonly number[])[];
  /** For each parameter its row of D^-1 times the null directions; empty rows where all is determined. */
  readonly undetermined: readonly (readonly number[])[];
  /** D^-1: what makes gradients comparable. */
  readonly scales: readonly number[];
}

/** The result of a fit: plain data, safe for JSON (but for non-finite numbers) and for `postMessage`. */
export interface FitResult<M extends ModelShape = ModelShape> {
  readonly model: string;
  /** It converged, and every number that it found is finite. */
  readonly success: boolean;
  /** As in SciPy's `least_squares`: -1 improper, 0 evaluations exhausted, 1 gtol, 2 ftol, 3 xtol, 4 ftol and xtol; -2 stopped by the caller. */
  readonly status: number;
  readonly stoppedBy: "gtol" | "ftol" | "xtol" | "ftol and xtol" | "precision" | "max_evals" | "caller" | "not finite";
  readonly message: string;
  readonly params: { readonly [N in M["param"]]: ParamEstimate };
  readonly derived: { readonly [N in M["derived"]]: Estimate };
  /** The free parameters: those that the spec and the options left free, in the order of the spec. */
  readonly free: readonly M["free"][];
  /** Their values. */
  readonly x: readonly number[];
  /** Over `free`; a row and column of a parameter at a bound is zero; `Infinity` where undetermined. Null where there are no degrees of freedom to scale it. */
  readonly covariance: readonly (readonly number[])[] | null;
  readonly correlation: readonly (readonly number[])[] | null;
  /** Which sandwich the covariance is; null where it is that of least squares, or SciPy's. */
  readonly sandwich: SandwichKind | null;
  /** What the covariance is made of, and `predict` needs. */
  readonly uncertainty: Uncertainty;
  /** Half the sum of rho over all residuals. */
  readonly cost: number;
  /** Sum of squared residuals before sigma and weight. */
  readonly rss: number;
  /** Sum of squared residuals after sigma and weight. */
  readonly chi2: number;
  readonly dof: number;
  readonly reducedChi2: number | null;
  /** Null where the model has `residual` statements. */
  readonly r2: number | null;
  /** Null for an exact fit. */
  readonly aic: number | null;
  /** AIC with its correction for small samples; null where there are too few residuals for it. */
  readonly aicc: number | null;
  readonly bic: number | null;
  readonly nfev: number;
  readonly njev: number;
  /** The different minima that fits from several starts came to, best first; null for a fit from one start. */
  readonly minima: readonly FoundMinimum[] | null;
  /** The gradient of the cost over `free`. */
  readonly gradient: readonly number[];
  /** For each of `free`: -1 on its lower bound, 1 on its upper, 0 on none. */
  readonly activeMask: readonly number[];
  /** The largest component of the scaled gradient, as SciPy defines it. */
  readonly optimality: number;
  /** Rows kept. */
  readonly rows: number;
  readonly rowsDropped: number;
  /** Those that count: residuals of weight 0 do not. */
  readonly residuals: number;
  /** The numerical rank of the Jacobian and the condition number of its column-scaled factor. */
  readonly rank: number;
  readonly condition: number;
  readonly solver: SolverName;
  /** That of every statement but priors; `custom` where it is the spec's own, `mixed` where they differ. */
  readonly loss: string;
  readonly lossScale: number;
  /** Whose rules the fit and its statistics follow; null for our own. */
  readonly compat: "scipy" | null;
  readonly sigma: "none" | "absolute" | "relative";
  readonly level: number;
  readonly specSha256: string;
  readonly warnings: readonly Message[];
}

/** Predictions with pointwise bands at a level. */
export interface Band {
  readonly value: Float64Array;
  /** The standard error of the predicted mean. */
  readonly stderr: Float64Array;
  /** The confidence band of the mean. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The band for a new observation; null where its sigma or weight needs a column that was not given. */
  readonly prediction: { readonly lower: Float64Array; readonly upper: Float64Array } | null;
  readonly level: number;
}

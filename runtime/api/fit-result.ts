import type { Message } from "../../diagnostics/index.js";
import type { SolverName } from "../contract/solver.js";
import type { ModelShape, SandwichKind } from "./fit-options.js";

/** A value with its uncertainty. */
export interface Estimate {
  readonly value: number;
  /**
   * The standard error. Null if it does not apply (a fixed parameter, one on a bound, or a derived
   * quantity that depends only on such parameters); `Infinity` if the data do not determine the
   * value.
   */
  readonly stderr: number | null;
  /**
   * The confidence interval at {@link FitResult.level}, which is 95 % by default. It uses Student's
   * t, or the normal quantile if sigma is absolute. Null if there is no standard error.
   */
  readonly ci95: readonly [number, number] | null;
}

/** The estimate of a parameter. */
export interface ParamEstimate extends Estimate {
  /** The start value of the fit. */
  readonly init: number;
  /** The lower bound; `-Infinity` if there is none. */
  readonly lower: number;
  /** The upper bound; `Infinity` if there is none. */
  readonly upper: number;
  /** True if the spec or the options fix the parameter. */
  readonly fixed: boolean;
  /** The active bound at the end of the fit; null if none is active. */
  readonly atBound: "lower" | "upper" | null;
}

/** One of the minima found by fits from several starts. */
export interface FoundMinimum {
  /** The cost at this minimum. */
  readonly cost: number;
  /** The free parameters, in the order of the spec. */
  readonly x: readonly number[];
  /** Number of starts that led to this minimum. */
  readonly starts: number;
}

/**
 * The linearised uncertainty of the free parameters, as plain data. The variance of any quantity
 * with gradient h follows from it by the delta method.
 *
 * The Jacobian is decomposed as J = U S V' D, where D holds the lengths of the columns of J. The
 * rank is thus determined from columns of length 1, whatever the units of the parameters. A
 * singular value up to 32 n eps s_1 counts as zero: the data do not determine the direction D^-1 v.
 * The covariance of the determined part is s^2 D^-1 V S^-2 V' D^-1 over the other singular values
 * (Golub and Van Loan, 4th ed., 5.5). If J is well conditioned, so that everything is determined,
 * R^-1 serves as well as D^-1 V S^-1 as its root.
 *
 * In the limit of a flat prior on the null directions, whose variance t grows without bound, the
 * variance of h is finite exactly if h is orthogonal to them, as for `A * B` where only the product
 * is determined.
 */
export interface Uncertainty {
  /**
   * For each free parameter, its row of a root of the covariance: the covariance is `root` times
   * its transpose. The root is s D^-1 V S^-1, s R^-1, or that of the sandwich.
   */
  readonly root: readonly (readonly number[])[];
  /**
   * For each free parameter, its row of D^-1 times the null directions; the rows are empty if
   * everything is determined.
   */
  readonly undetermined: readonly (readonly number[])[];
  /** The diagonal of D^-1, which brings gradients to a common scale. */
  readonly scales: readonly number[];
}

/**
 * The result of a fit. It is plain data: safe for `postMessage`, and for JSON except for non-finite
 * numbers.
 */
export interface FitResult<M extends ModelShape = ModelShape> {
  /** The name of the model. */
  readonly model: string;
  /**
   * True if the fit converged and every parameter, every derived quantity and the cost is finite.
   */
  readonly success: boolean;
  /**
   * Status code as in SciPy's `least_squares`: 0 maximum number of evaluations reached, 1 gtol, 2
   * ftol, 3 xtol, 4 ftol and xtol; in addition, -1 not converged for another reason, which
   * `stoppedBy` gives, and -2 stopped by the caller. Codes above 0 mean convergence.
   */
  readonly status: number;
  /**
   * The test or event that stopped the fit. `"precision"`: rounding error prevents any further
   * reduction of the cost, and the fit has converged. `"stalled"`: the solver stopped, although the
   * cost can still be reduced. `"diverged"`: the parameters have run to infinity. `"flat"`: the
   * residuals do not depend on some parameter at the result, although they do elsewhere.
   */
  readonly stoppedBy:
    | "gtol"
    | "ftol"
    | "xtol"
    | "ftol and xtol"
    | "precision"
    | "max_evals"
    | "caller"
    | "not finite"
    | "stalled"
    | "diverged"
    | "flat";
  /** How the fit stopped, as a sentence. */
  readonly message: string;
  /** The estimates of all parameters, by name. */
  readonly params: { readonly [N in M["param"]]: ParamEstimate };
  /** The estimates of the derived quantities, by name. */
  readonly derived: { readonly [N in M["derived"]]: Estimate };
  /**
   * The names of the free parameters, in the order of the spec: those fixed neither by the spec nor
   * by the options. All vectors and matrices of the result are over these.
   */
  readonly free: readonly M["free"][];
  /** The values of the free parameters. */
  readonly x: readonly number[];
  /**
   * The covariance matrix of the free parameters. The row and column of a parameter on a bound are
   * zero; entries are `Infinity` if the data do not determine them. Null if there are no degrees of
   * freedom from which to estimate the variance.
   */
  readonly covariance: readonly (readonly number[])[] | null;
  /** The correlation matrix of the free parameters; null if there is no covariance. */
  readonly correlation: readonly (readonly number[])[] | null;
  /**
   * The sandwich variant used for the covariance; null if the covariance is that of least squares
   * or SciPy's.
   */
  readonly sandwich: SandwichKind | null;
  /** A factored form of the covariance, which `predict` and other operations need. */
  readonly uncertainty: Uncertainty;
  /** The cost: half the sum of rho over all residuals. */
  readonly cost: number;
  /** The sum of squared residuals before scaling by sigma or weight. */
  readonly rss: number;
  /** The sum of squared residuals after scaling by sigma or weight. */
  readonly chi2: number;
  /**
   * Degrees of freedom: the number of residuals that count minus `rank`. Under SciPy's rules minus
   * the number of free parameters.
   */
  readonly dof: number;
  /** chi2 / dof; null if dof is not positive. */
  readonly reducedChi2: number | null;
  /**
   * The coefficient of determination. Null if it is not defined: the model has `residual`
   * statements, or the observations do not vary.
   */
  readonly r2: number | null;
  /** Akaike's information criterion; null if the fit is exact or has no degrees of freedom. */
  readonly aic: number | null;
  /** AIC with the correction for small samples; null if there are too few residuals for it. */
  readonly aicc: number | null;
  /** The Bayesian information criterion; null if `aic` is. */
  readonly bic: number | null;
  /** Number of evaluations of the residuals. */
  readonly nfev: number;
  /** Number of evaluations of the Jacobian. */
  readonly njev: number;
  /** The distinct minima found from several starts, best first; null for a fit from one start. */
  readonly minima: readonly FoundMinimum[] | null;
  /**
   * The result of the fit from the given start values, if a search found a clearly lower minimum,
   * which is then this result; else null.
   */
  readonly fromStart: FitResult<M> | null;
  /** The gradient of the cost with respect to the free parameters. */
  readonly gradient: readonly number[];
  /**
   * For each free parameter: -1 if its lower bound is active, 1 if its upper bound is, 0 if neither
   * is.
   */
  readonly activeMask: readonly number[];
  /** The largest component of the scaled gradient: SciPy's first-order optimality. */
  readonly optimality: number;
  /** Number of rows used. */
  readonly rows: number;
  /** Number of rows left out by `missing drop`. Rows excluded by `where` are not counted. */
  readonly rowsDropped: number;
  /** Number of residuals that count: those of weight 0 do not. */
  readonly residuals: number;
  /**
   * The numerical rank of the Jacobian over the free parameters not on a bound: how many of them,
   * or of their combinations, the data determine.
   */
  readonly rank: number;
  /**
   * The condition number of the Jacobian with its columns scaled to length 1; `Infinity` if the
   * smallest singular value is 0.
   */
  readonly condition: number;
  /** The solver used. */
  readonly solver: SolverName;
  /**
   * The loss of all statements except priors: `"custom"` if the spec defines its own, `"mixed"` if
   * they differ.
   */
  readonly loss: string;
  /** The scale of that loss. */
  readonly lossScale: number;
  /** `"scipy"` if the fit and its statistics follow SciPy's rules; null if they follow our own. */
  readonly compat: "scipy" | null;
  /**
   * `"absolute"` if the scale of the noise is known, `"relative"` if it is estimated from the
   * residuals, `"none"` if no noise is declared.
   */
  readonly sigma: "none" | "absolute" | "relative";
  /** The confidence level of the intervals. */
  readonly level: number;
  /** SHA-256 of the text of the spec, in hexadecimal. */
  readonly specSha256: string;
  /** What to know before trusting the result. */
  readonly warnings: readonly Message[];
}

/**
 * Predicted values with pointwise bands. Each array has one entry for each row of the predictors.
 */
export interface Band {
  /** The predicted mean. */
  readonly value: readonly number[];
  /** The standard error of the predicted mean. */
  readonly stderr: readonly number[];
  /** The lower limit of the confidence band of the mean. */
  readonly lower: readonly number[];
  /** The upper limit of the confidence band of the mean. */
  readonly upper: readonly number[];
  /**
   * The prediction band of a new observation; null if its sigma or weight needs a column that was
   * not given.
   */
  readonly prediction: { readonly lower: readonly number[]; readonly upper: readonly number[] } | null;
  /** The confidence level of the bands. */
  readonly level: number;
}

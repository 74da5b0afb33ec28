import type { Message } from "../../diagnostics/index.js";
import type { Method } from "../contract/fit-problem.js";
import type { Uncertainty } from "../statistics/uncertainty.js";

/** The names of one model, as types; the compiler emits one for each model. */
export interface ModelShape {
  readonly column: string;
  readonly predictor: string;
  readonly param: string;
  readonly free: string;
  readonly derived: string;
  readonly response: string;
}

/** Columns by name: an object, or a `Map` where a name is one that objects treat specially. */
export type Columns<Name extends string> =
  | { readonly [N in Name]: ArrayLike<number> }
  | ReadonlyMap<string, ArrayLike<number>>;

/** Values by parameter name. */
export type ParamValues<Name extends string> = { readonly [N in Name]?: number } | ReadonlyMap<string, number>;

/** Bounds by parameter name. */
export type ParamBounds<Name extends string> =
  | { readonly [N in Name]?: readonly [lower: number, upper: number] }
  | ReadonlyMap<string, readonly [lower: number, upper: number]>;

export type RobustLossName = "soft_l1" | "huber" | "cauchy" | "arctan";
export type LossName = "linear" | RobustLossName;

/**
 * Small-sample forms of the sandwich covariance: HC0 as it is, HC1 times N / (N - n), HC2 and HC3 with each residual over
 * sqrt(1 - leverage) and 1 - leverage.
 */
export type SandwichKind = "HC0" | "HC1" | "HC2" | "HC3";

export interface FitOptions<M extends ModelShape = ModelShape> {
  /** Start values over the spec's; the value itself for a parameter that is fixed. */
  readonly start?: ParamValues<M["param"]>;
  /** Parameters held at their start values in addition to those that the spec fixes. */
  readonly fixed?: readonly M["free"][];
  /** The level of the intervals; 0.95. */
  readonly level?: number;
  /** Bounds `[lower, upper]` over the spec's, their ends included; `-Infinity` and `Infinity` are none. */
  readonly bounds?: ParamBounds<M["free"]>;
  /** The solver over the spec's. Without one in either it is `lm` where there are no bounds and the loss is linear, else `trf`. */
  readonly solver?: Method;
  /** The loss of every statement but priors, over the spec's; a scale of 1 where it is left out. */
  readonly loss?: LossName | { readonly name: RobustLossName; readonly scale?: number };
  /** Tolerances over the spec's; null switches one off. */
  readonly ftol?: number | null;
  readonly xtol?: number | null;
  readonly gtol?: number | null;
  readonly maxEvals?: number;
  /**
   * The scale of every parameter, or of each (1 for those that are not named), or `jac` for the inverse lengths of the columns of
   * the Jacobian.
   */
  readonly xScale?: "jac" | number | ParamValues<M["free"]>;
  /** `lm` alone: the first radius is this times the scaled length of the start. */
  readonly factor?: number;
  /** Local fits from as many starts, the given one among them; 1. */
  readonly starts?: number;
  /** Of the generator that the further starts come from; 1. */
  readonly seed?: number;
  /** The covariance matrix of the observations, row-major, for a model that declares one: as many rows and columns as the data have rows. */
  readonly covariance?: ArrayLike<number>;
  /**
   * The covariance of the parameters by the sandwich, which does not suppose that the residuals have the variances declared; HC3 is the
   * one for small samples. Without it, HC1 where a loss is robust, else that of least squares. HC2 and HC3 are those of linear losses.
   */
  readonly sandwich?: SandwichKind;
  /** SciPy's tolerances, stopping tests, statuses, first radius, scaling and covariance. */
  readonly compat?: "scipy";
  /**
   * What computes the rows. `auto` takes the WebAssembly kernel where there is one and enough rows for it; the number of rows alone
   * decides (in `fitMany` that of all data sets together), so that the same data give the same digits. `typescript` gives the same digits on platforms without WebAssembly too.
   */
  readonly kernel?: "auto" | "wasm" | "typescript";
  /** Called after each accepted iterate; `"stop"` ends the fit there. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a callback that returns nothing is welcome
  readonly onIteration?: (iteration: Iteration) => "stop" | undefined | void;
}

export interface Iteration {
  readonly iteration: number;
  readonly nfev: number;
  /** The free parameters, in the order of the spec; a copy. */
  readonly x: Float64Array;
  readonly cost: number;
  /** The length of the last step, in the solver's scaling. */
  readonly stepNorm: number;
  /** The radius of the trust region. */
  readonly radius: number;
}

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
  readonly solver: Method;
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

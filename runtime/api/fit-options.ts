import type { LossName, RobustLossName } from "../contract/losses.js";
import type { SolverName } from "../contract/solver.js";
import type { SolverOptions } from "../contract/solver-options.js";

/**
 * The names used in one model, as unions of string literals. The compiler emits one such type for
 * each model.
 */
export interface ModelShape {
  /** The data columns that a fit needs. */
  readonly column: string;
  /** The columns that a prediction needs. */
  readonly predictor: string;
  /** All parameters. */
  readonly param: string;
  /** The parameters that the spec does not fix. */
  readonly free: string;
  /** The derived quantities. */
  readonly derived: string;
  /** The responses: what the `fit` statements observe. */
  readonly response: string;
}

/**
 * Data columns by name: an object of arrays, all of equal length, or a `Map` for names that objects
 * treat specially. Columns that the model does not use are ignored.
 */
export type Columns<Name extends string> =
  | { readonly [N in Name]: ArrayLike<number> }
  | ReadonlyMap<string, ArrayLike<number>>;

/** Numbers by parameter name. */
export type ParamValues<Name extends string> = { readonly [N in Name]?: number } | ReadonlyMap<string, number>;

/** Bounds `[lower, upper]` by parameter name. */
export type ParamBounds<Name extends string> =
  | { readonly [N in Name]?: readonly [lower: number, upper: number] }
  | ReadonlyMap<string, readonly [lower: number, upper: number]>;

/**
 * Small-sample variants of the sandwich covariance. HC0 has no correction; HC1 multiplies HC0 by N
 * / (N - n); HC2 divides each residual by sqrt(1 - leverage), HC3 by 1 - leverage.
 */
export type SandwichKind = "HC0" | "HC1" | "HC2" | "HC3";

/** Options of a fit. Solver options given here override those of the spec. */
export interface FitOptions<M extends ModelShape = ModelShape> extends Omit<SolverOptions, "xScale"> {
  /**
   * Start values that override those of the spec. For a fixed parameter, the value at which it is
   * fixed.
   */
  readonly start?: ParamValues<M["param"]>;
  /** Parameters to hold fixed at their start values, in addition to those that the spec fixes. */
  readonly fixed?: readonly M["free"][];
  /** The confidence level of the intervals, between 0 and 1; default 0.95. */
  readonly level?: number;
  /**
   * Bounds `[lower, upper]` that override those of the spec. Both ends are included; `-Infinity`
   * and `Infinity` mean no bound.
   */
  readonly bounds?: ParamBounds<M["free"]>;
  /**
   * The solver; overrides that of the spec. If neither names one, `lm` is used for a linear loss
   * without bounds, and `trf` otherwise.
   */
  readonly solver?: SolverName;
  /**
   * The loss of every statement except priors; overrides that of the spec. `scale` is the C of a
   * robust loss, whose argument is z = (scaled residual / C)^2; default 1.
   */
  readonly loss?: LossName | { readonly name: RobustLossName; readonly scale?: number };
  /**
   * The scale of the parameters: one number for all, a number for each (1 for those not named), or
   * `"jac"` (the default) for the inverse lengths of the columns of the Jacobian.
   */
  readonly xScale?: "jac" | number | ParamValues<M["free"]>;
  /**
   * The covariance matrix of the observations, for a model that declares one: row-major, `rows` x
   * `rows`, where `rows` is the number of rows of the data.
   */
  readonly covariance?: ArrayLike<number>;
  /**
   * Computes the covariance of the parameters by the sandwich estimator, which does not assume that
   * the residuals have the declared variances. HC3 is recommended for small samples. HC2 and HC3
   * require linear losses. Default: HC1 if a loss is robust, otherwise none (the least-squares
   * covariance).
   */
  readonly sandwich?: SandwichKind;
  /**
   * `"scipy"` uses SciPy's tolerances, stopping tests, status codes, initial radius, scaling and
   * covariance.
   */
  readonly compat?: "scipy";
  /**
   * Chooses what computes the residuals and derivatives. `"auto"` (the default) uses the
   * WebAssembly kernel if there is one and the data have enough rows. The choice depends only on
   * the number of rows, so that the same data give the same digits; simple fits of `fitMany` use it
   * for any number. `"wasm"` uses the WebAssembly kernel for any number of rows, and throws a
   * `FitError` if it is not available. `"typescript"` gives the same digits even on platforms
   * without WebAssembly.
   */
  readonly kernel?: "auto" | "wasm" | "typescript";
  /**
   * Called after each accepted step. Return `"stop"` to end the fit there: its status is then -2. A
   * promise is refused, because nothing waits for it; what the function throws ends the call.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: a callback that returns nothing is welcome
  readonly onIteration?: (iteration: Iteration) => "stop" | undefined | void;
}

/** The state of a solver after an accepted step. */
export interface Iteration {
  /** Number of accepted steps so far. */
  readonly iteration: number;
  /** Number of evaluations of the residuals so far. */
  readonly nfev: number;
  /** The free parameters, in the order of the spec. This array is a copy. */
  readonly x: Float64Array;
  /** The cost: half the sum of rho over all residuals. */
  readonly cost: number;
  /** The length of the last step, in the scaled parameters of the solver. */
  readonly stepNorm: number;
  /** The radius of the trust region. */
  readonly radius: number;
}

import type { LossName, RobustLossName } from "../contract/losses.js";
import type { SolverName } from "../contract/solver.js";
import type { SolverOptions } from "../contract/solver-options.js";

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

/**
 * Small-sample forms of the sandwich covariance: HC0 as it is, HC1 times N / (N - n), HC2 and HC3 with each residual over
 * sqrt(1 - leverage) and 1 - leverage.
 */
export type SandwichKind = "HC0" | "HC1" | "HC2" | "HC3";

/** Those of a solver go over the spec's. */
export interface FitOptions<M extends ModelShape = ModelShape> extends Omit<SolverOptions, "xScale"> {
  /** Start values over the spec's; the value itself for a parameter that is fixed. */
  readonly start?: ParamValues<M["param"]>;
  /** Parameters held at their start values in addition to those that the spec fixes. */
  readonly fixed?: readonly M["free"][];
  /** The level of the intervals; 0.95. */
  readonly level?: number;
  /** Bounds `[lower, upper]` over the spec's, their ends included; `-Infinity` and `Infinity` are none. */
  readonly bounds?: ParamBounds<M["free"]>;
  /** The solver over the spec's. Without one in either it is `lm` where there are no bounds and the loss is linear, else `trf`. */
  readonly solver?: SolverName;
  /** The loss of every statement but priors, over the spec's; a scale of 1 where it is left out. */
  readonly loss?: LossName | { readonly name: RobustLossName; readonly scale?: number };
  /**
   * The scale of every parameter, or of each (1 for those that are not named), or `jac` for the inverse lengths of the columns of
   * the Jacobian.
   */
  readonly xScale?: "jac" | number | ParamValues<M["free"]>;
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

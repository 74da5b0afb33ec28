import type { ColumnInfo, FitProblem } from "../contract/fit-problem.js";
import type { AbortSignalLike } from "./abort-signal.js";
import type { Columns, FitOptions, ModelShape } from "./fit-options.js";
import type { Band, FitResult } from "./fit-result.js";

/** Options of `residuals` and `jacobian`. */
export type EvaluateOptions = Pick<FitOptions, "covariance">;

/**
 * A compiled model, as emitted modules export it. Further operations are functions of
 * `fitc/runtime` that take the fitter as their first argument, so that bundlers leave out those
 * that a program does not call: `profile`, `profiles`, `contour`, `bootstrap`, `diagnostics`,
 * `linearization`, `fitParallel`, `fitMany`.
 */
export interface Fitter<M extends ModelShape = ModelShape> {
  /** The names that the model uses. */
  readonly info: ModelInfo<M>;
  /** The contract between compiler and runtime below this typed interface; for tools. */
  readonly problem: FitProblem;
  /**
   * Fits the model to data.
   * @param data the columns that the model needs, by name, all of equal length
   * @throws FitError for bad data or options, before anything is fitted. A fit that does not
   *   converge does not throw: its result has `success: false`.
   */
  fit(data: Columns<M["column"]>, options?: FitOptions<M>): FitResult<M>;
  /**
   * Like `fit`, but yields to the event loop between iterations.
   * @throws FitError (rejects) as `fit`; rejects with the reason of `signal` if it is aborted
   */
  fitAsync(
    data: Columns<M["column"]>,
    options?: FitOptions<M> & { readonly signal?: AbortSignalLike },
  ): Promise<FitResult<M>>;
  /**
   * Predicts values at new values of the predictors, with confidence and prediction bands. The
   * variance of the mean is h'Ch, where h is the gradient of the prediction and C the covariance of
   * the parameters (the delta method).
   * @param fit a result of this model
   * @param at the predictors, by name, all of equal length
   * @param options the response to predict, which may be left out if the model has only one; the
   *   confidence level, by default that of the fit
   * @throws FitError `missingColumn` for a missing predictor, `unknownResponse` for an unknown
   *   response, `resultNotOfModel` if `fit` is not a result of this model
   */
  predict(
    fit: FitResult<M>,
    at: Columns<M["predictor"]>,
    options?: { readonly response?: M["response"]; readonly level?: number },
  ): Band;
  /**
   * Computes the scaled residuals. Those of rows come first, at index
   * row * statements + statement; residuals without a column (priors, say) follow.
   * @param x the free parameters, in the order of the spec
   * @throws FitError for bad data; `invalidPoint` unless `x` has one number for each free parameter
   */
  residuals(x: ArrayLike<number>, data: Columns<M["column"]>, options?: EvaluateOptions): Float64Array;
  /**
   * Computes the derivatives of the scaled residuals: row-major, residuals x free parameters.
   * @param x the free parameters, in the order of the spec
   * @throws FitError for bad data; `invalidPoint` unless `x` has one number for each free parameter
   */
  jacobian(x: ArrayLike<number>, data: Columns<M["column"]>, options?: EvaluateOptions): Float64Array;
  /**
   * Returns the rows that `where` and `missing drop` keep, as indices into the given data.
   * @throws FitError for bad data
   */
  rowIndex(data: Columns<M["column"]>): Uint32Array;
}

/** The names that a model uses. */
export interface ModelInfo<M extends ModelShape = ModelShape> {
  /** The name of the model. */
  readonly name: string;
  /** SHA-256 of the text of the spec, in hexadecimal. */
  readonly specSha256: string;
  /** The columns that a fit needs. */
  readonly columns: readonly M["column"][];
  /** For each column of the spec: its name in a file, its unit, and what it is used for. */
  readonly columnInfo: readonly ColumnInfo[];
  /** The data source named in the spec; null if the caller passes arrays. */
  readonly source: FitProblem["source"];
  /** All parameters, in the order of the spec. */
  readonly params: readonly M["param"][];
  /** The parameters that the spec does not fix. */
  readonly free: readonly M["free"][];
  /** The derived quantities. */
  readonly derived: readonly M["derived"][];
  /** The responses: what the `fit` statements observe. */
  readonly responses: readonly M["response"][];
}

import type { ColumnInfo, FitProblem } from "../contract/fit-problem.js";
import type { AbortSignalLike } from "./abort-signal.js";
import type { Columns, FitOptions, ModelShape } from "./fit-options.js";
import type { Band, FitResult } from "./fit-result.js";

/** What residuals need besides the data. */
export type EvaluateOptions = Pick<FitOptions, "covariance">;

/**
 * A compiled model: what an emitted module exports. Further operations are functions of `fitc/runtime` that take it first, so
 * that a program carries only those that it calls: `profile`, `profiles`, `contour`, `bootstrap`, `diagnostics`,
 * `linearization`, `fitParallel`, `fitMany`.
 */
export interface Fitter<M extends ModelShape = ModelShape> {
  readonly info: ModelInfo<M>;
  /** The contract below the typed surface; for tools. */
  readonly problem: FitProblem;
  /**
   * Fits the model to columns of equal length.
   * @throws FitError for bad data or options; a fit that does not converge is `success: false`,
   * never an exception.
   */
  fit(data: Columns<M["column"]>, options?: FitOptions<M>): FitResult<M>;
  /** As `fit`, yielding to the event loop between iterations; rejects with the signal's reason when aborted. */
  fitAsync(
    data: Columns<M["column"]>,
    options?: FitOptions<M> & { readonly signal?: AbortSignalLike },
  ): Promise<FitResult<M>>;
  /** Predicted values with their confidence and prediction bands at new values of the predictors. */
  predict(
    fit: FitResult<M>,
    at: Columns<M["predictor"]>,
    options?: { readonly response?: M["response"]; readonly level?: number },
  ): Band;
  /** The scaled residuals at `x`, the free parameters in the order of the spec; index = row * statements + statement. */
  residuals(x: ArrayLike<number>, data: Columns<M["column"]>, options?: EvaluateOptions): Float64Array;
  /** Their derivatives, row-major, residuals x free parameters. */
  jacobian(x: ArrayLike<number>, data: Columns<M["column"]>, options?: EvaluateOptions): Float64Array;
  /** The rows that `where` and `missing drop` keep, as indices into the data given. */
  rowIndex(data: Columns<M["column"]>): Uint32Array;
}

export interface ModelInfo<M extends ModelShape = ModelShape> {
  readonly name: string;
  readonly specSha256: string;
  readonly columns: readonly M["column"][];
  /** For each column its name in a file, its unit, and what it is used for. */
  readonly columnInfo: readonly ColumnInfo[];
  /** The spec's own data source; null where the caller passes arrays. */
  readonly source: FitProblem["source"];
  readonly params: readonly M["param"][];
  readonly free: readonly M["free"][];
  readonly derived: readonly M["derived"][];
  readonly responses: readonly M["response"][];
}

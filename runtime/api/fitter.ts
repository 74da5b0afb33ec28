import type { ManyFits, ManyOptions } from "../batch/many.js";
import type { ColumnInfo, FitProblem } from "../contract/fit-problem.js";
import type { EvaluateOptions } from "../fold/evaluate.js";
import type { Bootstrap, BootstrapOptions } from "../inference/bootstrap/bootstrap.js";
import type { Contour, ContourOptions } from "../inference/contour.js";
import type { Diagnostics } from "../inference/diagnostics.js";
import type { FittedOptions } from "../inference/fitted-model.js";
import type { Linearization } from "../inference/linearization.js";
import type { Profile, ProfileOptions, Profiles } from "../inference/profile.js";
import type { ParallelOptions } from "../threads/options.js";
import type { Band, Columns, FitOptions, FitResult, ModelShape } from "./fit-result.js";

/** What of an `AbortSignal` is used; its own type is the DOM's or Node's, and a program may have neither. */
export interface AbortSignalLike {
  throwIfAborted(): void;
}

/** A compiled model: what an emitted module exports. */
export interface Fitter<M extends ModelShape = ModelShape> {
  readonly info: ModelInfo<M>;
  /** The contract below the typed surface; for tools. */
  readonly problem: FitProblem;
  /**
   * Fits the model to columns of equal length.
   * @throws FitError for bad data or options; a fit that does not converge is `success: false`, never an exception.
   */
  fit(data: Columns<M["column"]>, options?: FitOptions<M>): FitResult<M>;
  /** As `fit`, yielding to the event loop between iterations; rejects with the signal's reason when aborted. */
  fitAsync(
    data: Columns<M["column"]>,
    options?: FitOptions<M> & { readonly signal?: AbortSignalLike },
  ): Promise<FitResult<M>>;
  /**
   * As `fit`, by several threads, each at its own chunks of 65,536 rows: for large data sets. The result is that of `fit` with
   * `kernel: "wasm"`, to the bit, however many threads there are. The calling thread is one of them, and the event loop has its turn after
   * each chunk.
   *
   * One thread alone fits what others cannot: a model compiled without WebAssembly or where there is none, a loss of the spec's own,
   * correlated errors, parameters without a start value, `compat`, and fewer than two chunks; then this is `fitAsync`.
   * @throws FitError (rejects) as `fit`, and workerNotStarted to unexpectedWorkerAnswer where a worker fails; the signal's reason when aborted
   */
  fitParallel(data: Columns<M["column"]>, options?: ParallelOptions<M>): Promise<FitResult<M>>;
  /**
   * Fits the model to each of many data sets, which lie one after another in the columns: data set i has the rows
   * `[offsets[i], offsets[i + 1])`, and its entries of the result are those of `fit` with these rows. The event loop has its turn now
   * and then.
   *
   * A data set that cannot be fitted has a negative status and does not stop the others.
   * @param offsets one more than there are data sets: ascending from 0 to the number of rows
   * @throws FitError (rejects) for columns that are not of one length, offsets, options; the signal's reason when aborted
   */
  fitMany(data: Columns<M["column"]>, offsets: ArrayLike<number>, options?: ManyOptions<M>): Promise<ManyFits<M>>;
  /** Predicted values with their confidence and prediction bands at new values of the predictors. */
  predict(
    fit: FitResult<M>,
    at: Columns<M["predictor"]>,
    options?: { readonly response?: M["response"]; readonly level?: number },
  ): Band;
  /**
   * The profile-likelihood interval of a free parameter or a derived quantity, with its trace. `data` are those of the fit.
   * @throws FitError noResidualVariance without a scale of the residuals, invalidProfileQuantity for a name that no free parameter moves
   */
  profile(
    fit: FitResult<M>,
    data: Columns<M["column"]>,
    name: M["free"] | M["derived"],
    options?: ProfileOptions,
  ): Profile;
  /**
   * The residuals, the Jacobian and its pivoted QR factorisation at the result of a fit: what `leastsq` and `least_squares` return
   * of them. `data` are those of the fit, and so is `covariance`.
   * @throws FitError resultNotOfModel, rowCountMismatch, costMismatch where the result or the data are others
   */
  linearization(fit: FitResult<M>, data: Columns<M["column"]>, options?: FittedOptions): Linearization;
  /**
   * Leverage, standardised and studentised residuals, Cook's distances, and tests of the order and the normality of the residuals.
   * `data` are those of the fit.
   * @throws FitError resultNotOfModel where `fit` is no result of this model, rowCountMismatch and costMismatch where the data are not its own
   */
  diagnostics(fit: FitResult<M>, data: Columns<M["column"]>, options?: FittedOptions): Diagnostics;
  /** As `profile`, of all free parameters and of all derived quantities that one of them moves. */
  profiles(fit: FitResult<M>, data: Columns<M["column"]>, options?: ProfileOptions): Profiles;
  /**
   * The boundary of the joint confidence region of two free parameters or derived quantities. `data` are those of the fit.
   * @throws FitError noResidualVariance and invalidProfileQuantity as `profile`, degenerateContour where the two do not vary independently
   */
  contour(
    fit: FitResult<M>,
    data: Columns<M["column"]>,
    a: M["free"] | M["derived"],
    b: M["free"] | M["derived"],
    options?: ContourOptions,
  ): Contour;
  /**
   * Standard errors, biases and intervals from refits to resampled data. `data` are those of the fit.
   * @throws FitError uninformativeBootstrap where nothing can be resampled, caseBootstrapWithCovariance for cases of correlated errors, tooManyFailedRefits where most refits fail
   */
  bootstrap(fit: FitResult<M>, data: Columns<M["column"]>, options?: BootstrapOptions): Bootstrap<M>;
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

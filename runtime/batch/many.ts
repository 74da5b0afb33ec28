import type { AbortSignalLike } from "../api/abort-signal.js";
import { fitRules, type Rules, signal } from "../api/check-options.js";
import type { FitOptions, ModelShape } from "../api/fit-options.js";
import { type ThreadOptions, threadRules } from "../threads/options.js";

/** Start values by parameter name: one number for all data sets, or an array with one for each. */
export type ManyStarts<Name extends string> =
  | { readonly [N in Name]?: number | ArrayLike<number> }
  | ReadonlyMap<string, number | ArrayLike<number>>;

/**
 * Options of `fitMany`: those of `fit`, applied to every data set. There is no `level`, because no
 * intervals are returned, and no `onIteration`. A `covariance` applies to every data set, all of
 * which must then have the same number of rows.
 */
export interface ManyOptions<M extends ModelShape = ModelShape>
  extends Omit<FitOptions<M>, "start" | "level" | "onIteration">,
    ThreadOptions {
  /**
   * Start values that override those of the spec. For a fixed parameter, the value at which it is
   * fixed.
   */
  readonly start?: ManyStarts<M["param"]>;
  /**
   * Called now and then with the number of data sets done, the last time when all are done. A
   * promise is refused, because nothing waits for it; what the function throws ends the call.
   */
  readonly onProgress?: (done: number, count: number) => void;
  /** Checked between fits now and then. Once it is aborted, the promise rejects with its reason. */
  readonly signal?: AbortSignalLike;
}

const { level: _level, onIteration: onProgress, ...ofFit } = fitRules;
export const manyRules: Rules<ManyOptions> = {
  ...ofFit,
  start: {
    ...ofFit.start,
    expected: "an object or a Map with a number, or an array of numbers, for each parameter named",
  },
  onProgress,
  signal,
  ...threadRules,
};

/** Status codes in addition to those of a fit, for data sets that cannot be fitted. */
export const badData = -3;
export const badStart = -4;

/** The results of `fitMany`, with one entry or row for each data set. */
export interface ManyFits<M extends ModelShape = ModelShape> {
  /** Number of data sets. */
  readonly count: number;
  /**
   * The names of the free parameters, in the order of the spec: those fixed neither by the spec nor
   * by the options.
   */
  readonly free: readonly M["free"][];
  /**
   * The values of the free parameters: row-major, `count` x `free.length`; NaN if there is no fit.
   */
  readonly params: Float64Array;
  /**
   * The standard errors of the free parameters: row-major, `count` x `free.length`. `Infinity` if
   * the data do not determine the parameter; NaN if it ended on a bound or there is no fit.
   */
  readonly stderr: Float64Array;
  /**
   * The status of the fit, which is above 0 if it converged: see `FitResult`. A data set without a
   * fit has -3 for bad data (a missing or non-finite value, no rows or too few, an invalid sigma or
   * weight) or -4 if the fit cannot begin (a start value that is not finite or outside its bounds,
   * a model that is not finite there). `fit` with the rows of that data set throws an error that
   * says more.
   */
  readonly status: Int8Array;
  /** The cost, half the sum of rho over the residuals; NaN if there is no fit. */
  readonly cost: Float64Array;
  /**
   * chi2 / dof, where chi2 is the sum of squared residuals after scaling by sigma or weight; NaN if
   * `dof` is not positive or there is no fit.
   */
  readonly reducedChi2: Float64Array;
  /**
   * Degrees of freedom: the number of residuals that count minus the number of free parameters not
   * on a bound; 0 if there is no fit.
   */
  readonly dof: Int32Array;
  /** Number of evaluations of the residuals; 0 if there is no fit. */
  readonly nfev: Uint32Array;
}

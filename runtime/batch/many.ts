import type { AbortSignalLike } from "../api/abort-signal.js";
import { fitRules, type Rules, signal } from "../api/check-options.js";
import type { FitOptions, ModelShape } from "../api/fit-options.js";
import { type ThreadOptions, threadRules } from "../threads/options.js";

/** Start values by parameter name: one number for all data sets, or an array with one for each. */
export type ManyStarts<Name extends string> =
  | { readonly [N in Name]?: number | ArrayLike<number> }
  | ReadonlyMap<string, number | ArrayLike<number>>;

/**
 * Options of `fitMany`: those of a fit, alike for all data sets. There is no `level`, as no
 * intervals are returned, and no `onIteration`. A `covariance` is that of every data set, all of
 * which must then have as many rows.
 */
export interface ManyOptions<M extends ModelShape = ModelShape>
  extends Omit<FitOptions<M>, "start" | "level" | "onIteration">,
    ThreadOptions {
  /** Start values over the spec's; the value itself for a parameter that is fixed. */
  readonly start?: ManyStarts<M["param"]>;
  /** Told now and then how many data sets are done, the last time that all are. */
  readonly onProgress?: (done: number, count: number) => void;
  /**
   * Looked at between fits now and then; once it is aborted, the promise rejects with its reason.
   */
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

/** Statuses beside those of a fit: why there is none. */
export const badData = -3;
export const badStart = -4;

/** The fits of many data sets, one entry or row for each. */
export interface ManyFits<M extends ModelShape = ModelShape> {
  /** How many data sets there are. */
  readonly count: number;
  /**
   * The free parameters: those that the spec and the options left free, in the order of the spec.
   */
  readonly free: readonly M["free"][];
  /** Their values, row-major, `count` x `free.length`; NaN where there is no fit. */
  readonly params: Float64Array;
  /**
   * Their standard errors, likewise; `Infinity` where the data do not determine the parameter, NaN
   * where it ended on a bound and where there is no fit.
   */
  readonly stderr: Float64Array;
  /**
   * That of the fit, above 0 where it converged: see `FitResult`. Or why there is none: -3 for bad
   * data (a value is missing or not finite, no or too few rows, a deviation or weight that is
   * none), -4 where the fit cannot begin (a start value that is not finite or outside its bounds, a
   * model that is not finite there). `fit` with the rows of that data set throws an error that says
   * more.
   */
  readonly status: Int8Array;
  /** Half the sum of rho over the residuals; NaN where there is no fit. */
  readonly cost: Float64Array;
  /**
   * The sum of squared residuals after sigma and weight over `dof`; NaN without degrees of freedom
   * and where there is no fit.
   */
  readonly reducedChi2: Float64Array;
  /** Residuals that count less free parameters not on a bound; 0 where there is no fit. */
  readonly dof: Int32Array;
  /** Evaluations of the model; 0 where there is no fit. */
  readonly nfev: Uint32Array;
}

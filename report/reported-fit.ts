import type { Columns, FitOptions, FitResult, Fitter } from "../runtime/index.js";

/** A finished fit with what it was made from: the input of reports, tables and figures. */
export interface ReportedFit {
  readonly fitter: Fitter;
  readonly result: FitResult;
  /** The columns of the fit, as they were given to it. */
  readonly data: Columns<string>;
  /** The covariance matrix of the observations, if the fit used one. */
  readonly options: Pick<FitOptions, "covariance">;
}

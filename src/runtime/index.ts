export {
  besselj0,
  besselj1,
  besselj1Derivative,
  cosAsin,
  digamma,
  erf,
  erfc,
  erfDerivative,
  gamma,
  lgamma,
  logistic,
  overSquareOrZero,
  powDx,
  powDy,
  productOrZero,
  quotientOrZero,
  ratioOrZero,
  sinc,
  sincDerivative,
  sinhAcosh,
  softplus,
  tetragamma,
  trigamma,
  voigt,
  voigtDgamma,
  voigtDsigma,
  voigtDx,
} from "../math/index.js";
export type { Bootstrap, BootstrapEstimate, BootstrapOptions } from "./bootstrap/bootstrap.js";
export { createFitter } from "./create-fitter.js";
export { FitDataError } from "./errors.js";
export type { Fitter, ModelInfo } from "./fitter.js";
export type { Contour, ContourOptions, ContourPoint } from "./inference/contour.js";
export type { Profile, ProfileOptions, ProfilePoint, Profiles } from "./inference/profile.js";
export type { EndKind } from "./inference/ray.js";
export type { Linearization } from "./linearization.js";
export type { ManyFits, ManyOptions, ManyStarts } from "./many/many.js";
export { runtimeMessages } from "./messages/index.js";
export type { ParallelOptions, ThreadOptions } from "./parallel/options.js";
export type { WorkerLike } from "./parallel/worker-like.js";
export {
  abi,
  type ColumnData,
  type FitProblem,
  type Method,
  panelRows,
  type Separable,
  type WasmKernel,
  type WasmLayout,
} from "./problem.js";
export {
  type RowValue,
  reduceArgmax,
  reduceArgmin,
  reduceFirst,
  reduceLast,
  reduceMax,
  reduceMean,
  reduceMedian,
  reduceMin,
  reduceSum,
} from "./reduce.js";
export type {
  Band,
  Columns,
  Estimate,
  FitOptions,
  FitResult,
  FoundMinimum,
  Iteration,
  LossName,
  ModelShape,
  ParamBounds,
  ParamEstimate,
  ParamValues,
  RobustLossName,
  SandwichKind,
} from "./result.js";
export { type ComparedFit, type Comparison, compareFits, type NestedTest } from "./stats/compare.js";
export type { Diagnostics } from "./stats/diagnostics.js";
export type { NormalityTest } from "./stats/normality.js";
export type { RunsTest } from "./stats/residual-order.js";
export type { Uncertainty } from "./stats/uncertainty.js";

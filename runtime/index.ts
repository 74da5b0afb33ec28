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
export { createFitter } from "./api/create-fitter.js";
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
} from "./api/fit-result.js";
export type { Fitter, ModelInfo } from "./api/fitter.js";
export type { ManyFits, ManyOptions, ManyStarts } from "./batch/many.js";
export {
  abi,
  type ColumnData,
  type FitProblem,
  type Method,
  panelRows,
  type Separable,
  type WasmKernel,
  type WasmLayout,
} from "./contract/fit-problem.js";
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
} from "./data/reduce.js";
export type { Bootstrap, BootstrapEstimate, BootstrapOptions } from "./inference/bootstrap/bootstrap.js";
export type { Contour, ContourOptions, ContourPoint } from "./inference/contour.js";
export type { Diagnostics } from "./inference/diagnostics.js";
export type { Linearization } from "./inference/linearization.js";
export type { Profile, ProfileOptions, ProfilePoint, Profiles } from "./inference/profile.js";
export type { EndKind } from "./inference/ray.js";
export { FitError } from "./messages/fit-error.js";
export { runtimeMessages } from "./messages/index.js";
export { type ComparedFit, type Comparison, compareFits, type NestedTest } from "./statistics/compare.js";
export type { NormalityTest } from "./statistics/normality.js";
export type { RunsTest } from "./statistics/residual-order.js";
export type { Uncertainty } from "./statistics/uncertainty.js";
export type { ParallelOptions, ThreadOptions } from "./threads/options.js";
export type { WorkerLike } from "./threads/worker-like.js";

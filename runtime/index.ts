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
export type {
  Columns,
  FitOptions,
  Iteration,
  LossName,
  ModelShape,
  ParamBounds,
  ParamValues,
  RobustLossName,
  SandwichKind,
} from "./api/fit-options.js";
export type { Band, Estimate, FitResult, FoundMinimum, ParamEstimate, Uncertainty } from "./api/fit-result.js";
export type { Fitter, ModelInfo } from "./api/fitter.js";
export { fitMany } from "./batch/fit-many.js";
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
export { createFitter } from "./create-fitter.js";
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
export {
  type Bootstrap,
  type BootstrapEstimate,
  type BootstrapOptions,
  bootstrap,
} from "./inference/bootstrap/bootstrap.js";
export { type Contour, type ContourOptions, type ContourPoint, contour } from "./inference/contour.js";
export { type Diagnostics, diagnostics } from "./inference/diagnostics.js";
export { type Linearization, linearization } from "./inference/linearization.js";
export {
  type Profile,
  type ProfileOptions,
  type ProfilePoint,
  type Profiles,
  profile,
  profiles,
} from "./inference/profile.js";
export type { EndKind } from "./inference/ray.js";
export { FitError } from "./messages/fit-error.js";
export { runtimeMessages } from "./messages/index.js";
export { type ComparedFit, type Comparison, compareFits, type NestedTest } from "./statistics/compare.js";
export type { NormalityTest } from "./statistics/normality.js";
export type { RunsTest } from "./statistics/residual-order.js";
export { fitParallel } from "./threads/fit-parallel.js";
export type { ParallelOptions, ThreadOptions } from "./threads/options.js";
export type { WorkerLike } from "./threads/worker-like.js";

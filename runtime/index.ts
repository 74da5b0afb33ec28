export type {
  Columns,
  FitOptions,
  Iteration,
  ModelShape,
  ParamBounds,
  ParamValues,
  SandwichKind,
} from "./api/fit-options.js";
export type { Band, Estimate, FitResult, FoundMinimum, ParamEstimate, Uncertainty } from "./api/fit-result.js";
export type { Fitter, ModelInfo } from "./api/fitter.js";
export { fitMany } from "./batch/fit-many.js";
export type { ManyFits, ManyOptions, ManyStarts } from "./batch/many.js";
export * from "./contract/callable.js";
export {
  abi,
  type ColumnData,
  type FitProblem,
  panelRows,
  type ResidualBlock,
  type Separable,
} from "./contract/fit-problem.js";
export type { LossName, RobustLossName } from "./contract/losses.js";
export type { SolverName } from "./contract/solver.js";
export type { WasmKernel, WasmLayout } from "./contract/wasm-kernel.js";
export { createFitter } from "./create-fitter.js";
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
export type { EndKind } from "./inference/profile-path.js";
export { FitError, type FitErrorDetails } from "./messages/fit-error.js";
export { runtimeMessages } from "./messages/index.js";
export { type ComparedFit, type Comparison, compareFits, type NestedTest } from "./statistics/compare.js";
export { type Intervals, intervals } from "./statistics/intervals.js";
export type { NormalityTest } from "./statistics/normality.js";
export type { RunsTest } from "./statistics/residual-order.js";
export { fitParallel } from "./threads/fit-parallel.js";
export type { ParallelOptions, ThreadOptions } from "./threads/options.js";
export type { WorkerLike } from "./threads/worker-like.js";

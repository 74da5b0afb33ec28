export { FitDataError } from "./errors.js";
export type { Fitter, ModelInfo } from "./fitter.js";
export { abi, type ColumnData, type FitProblem, panelRows } from "./problem.js";
export type {
  Band,
  Columns,
  Estimate,
  FitOptions,
  FitResult,
  Iteration,
  ModelShape,
  ParamEstimate,
  ParamValues,
} from "./result.js";

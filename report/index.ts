export type { ReportedFit } from "./reported-fit.js";
export { type FittedRows, fittedRows, type StatementRows } from "./rows/fitted-rows.js";
export { predictorsOf } from "./rows/predictors.js";

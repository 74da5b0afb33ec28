export { type Figure, type FigureKind, figureKinds } from "./figures/figure.js";
export { type FigureOptions, figures, type PlotOptions, plotSpec } from "./figures/figures.js";
export type { FigureSpec } from "./figures/spec.js";
export type { ReportedFit } from "./reported-fit.js";
export { type FittedRows, fittedRows, type StatementRows } from "./rows/fitted-rows.js";
export { predictorsOf } from "./rows/predictors.js";

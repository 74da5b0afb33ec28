export type { ReportedFit } from "./reported-fit.js";
export { type FittedRows, fittedRows, type StatementRows } from "./rows/fitted-rows.js";
export { predictorsOf } from "./rows/predictors.js";
export { type CurveAxes, type CurveAxis, curveAxes } from "./tables/curve-axes.js";
export { type CurveTableOptions, curveTable } from "./tables/curve-table.js";
export { tableFormats } from "./tables/formats/index.js";
export { type RowTableOptions, rowTable } from "./tables/row-table.js";
export type { Table, TableColumn } from "./tables/table.js";
export { type TerminalPlotOptions, terminalPlot } from "./terminal/terminal-plot.js";

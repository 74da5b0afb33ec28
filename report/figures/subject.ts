/** What figures are made of: a fit, its rows, and the sheet to draw on. */
import type { Columns, FitProblem, FitResult } from "../../runtime/index.js";
import type { ReportedFit } from "../reported-fit.js";
import { type FittedRows, fittedRows, type StatementRows } from "../rows/fitted-rows.js";
import { type Sheet, sheetOf } from "./sheet.js";
import type { FigureStyle } from "./style.js";

export interface Subject {
  readonly fit: ReportedFit;
  readonly problem: FitProblem;
  readonly result: FitResult;
  readonly data: Columns<string>;
  readonly rows: FittedRows;
  /** The level of the bands. */
  readonly level: number;
  readonly sheet: Sheet;
}

export function subjectOf(fit: ReportedFit, level: number | undefined, style: FigureStyle): Subject {
  const { fitter, result, data, options } = fit;
  return {
    fit,
    problem: fitter.problem,
    result,
    data,
    rows: fittedRows(fitter, result, data, options),
    level: level ?? result.level,
    sheet: sheetOf(style),
  };
}

export type StatementInfo = FitProblem["statements"][number];

export function statementOf({ problem }: Subject, { statement }: StatementRows): StatementInfo {
  const info = problem.statements[statement];
  if (info === undefined) throw new Error("fitc bug: a statement of the rows is not in the problem");
  return info;
}

/** At most as many panels of statements are shown in a figure. */
export const mostPanels = 6;

/** The statements that a figure shows, and a note if there are more. */
export function shownStatements({ rows }: Subject): {
  readonly shown: readonly StatementRows[];
  readonly notes: readonly string[];
} {
  const shown = rows.statements.slice(0, mostPanels);
  const count = rows.statements.length;
  const notes = count > shown.length ? [`The first ${shown.length} of ${count} statements are shown.`] : [];
  return { shown, notes };
}

import type { FitProblem, StatementInfo } from "../../runtime/contract/fit-problem.js";
import type { Columns, FitOptions, FitResult, Fitter } from "../../runtime/index.js";
import { type FittedRows, fittedRows, isNeeded, type StatementRows, valuesOf } from "../rows/fitted-rows.js";
import { bandColumns, joinedColumns, type NotedColumns } from "./band-columns.js";
import { type NumberColumn, plainNumbers, type Table, tableOf } from "./table.js";

export interface RowTableOptions extends Pick<FitOptions, "covariance"> {
  /** The confidence level of the bands, by default that of the fit. */
  readonly level?: number;
}

/** What happens to a row of the data. */
type RowStatus = "used" | "where" | "missing";

/**
 * A table of all rows of the data, with what the fit says of each:
 *
 * - `row`, the number of the row, from 1
 * - `status`: `used`, or why the fit leaves the row out: `where` or `missing` (a missing value)
 * - the columns that the model uses, by their names in the spec
 * - `observed`, if a `fit` statement observes an expression; `fitted`; `residual` (observed minus
 *   fitted; for a `residual` statement, of which 0 is observed, `fitted` is its value);
 *   `standardized` and `leverage`, as `diagnostics` gives them
 * - for `fit` statements the standard error of the fitted value, `stderr`, the confidence band
 *   `lower` and `upper` and the prediction band `prediction_lower` and `prediction_upper`
 *
 * If there are several statements, the columns of each have the name of its response at the end:
 * `fitted_y1`. A value that does not exist is NaN, as are all computed ones of a row that is left
 * out.
 *
 * @param data the columns of the fit
 * @param options the covariance matrix of the observations, if the fit used one; the level
 * @throws FitError for data that are not those of the fit
 */
export function rowTable(
  fitter: Fitter,
  fit: FitResult,
  data: Columns<string>,
  { level = fit.level, covariance }: RowTableOptions = {},
): Table {
  const rows = fittedRows(fitter, fit, data, covariance === undefined ? {} : { covariance });
  const needed = fitter.problem.columns.filter(isNeeded).map(({ name }) => ({ name, values: valuesOf(data, name) }));
  const count = needed[0]?.values.length ?? 0;
  const { columns, notes } = joinedColumns(
    fitter.problem,
    rows.statements.map((own) => ({
      statement: own.statement,
      made: statementColumns(fitter, fit, rows, own, level),
    })),
  );
  return tableOf({
    before: [
      { name: "row", values: Array.from({ length: count }, (_, i) => i + 1) },
      { name: "status", values: statusesOf(fitter.problem, needed, rows.rowIndex, count) },
    ],
    data: needed.map(({ name, values }) => ({ name, values: plainNumbers(values) })),
    after: columns.map(({ name, values }) => ({ name, values: placed(values, rows.rowIndex, count) })),
    notes,
  });
}

function statementColumns(
  fitter: Fitter,
  fit: FitResult,
  rows: FittedRows,
  own: StatementRows,
  level: number,
): NotedColumns {
  const { problem } = fitter;
  const { kind, observed } = problem.statements[own.statement] as StatementInfo;
  const none = new Float64Array(rows.rowIndex.length).fill(Number.NaN);
  const columns: readonly NumberColumn[] = [
    ...(kind === "fit" && observed < 0 ? [{ name: "observed", values: own.observed }] : []),
    { name: "fitted", values: own.fitted },
    { name: "residual", values: own.residual },
    { name: "standardized", values: own.standardized ?? none },
    { name: "leverage", values: own.leverage ?? none },
  ];
  if (kind !== "fit") return { columns, notes: [] };
  const known = new Map(problem.columns.filter(isNeeded).map(({ name }) => [name, rows.columns.get(name) ?? none]));
  const band = bandColumns(fitter, fit, known, { statement: own.statement, level });
  return { columns: [...columns, ...band.columns.filter(({ name }) => name !== "fitted")], notes: band.notes };
}

/** Values of the rows that are used, at their places among all rows. */
function placed(values: ArrayLike<number>, rowIndex: Uint32Array, count: number): readonly number[] {
  if (rowIndex.length === count) return plainNumbers(values);
  const all = new Array<number>(count).fill(Number.NaN);
  for (let i = 0; i < rowIndex.length; i++) all[rowIndex[i] as number] = values[i] as number;
  return all;
}

function statusesOf(
  problem: FitProblem,
  needed: readonly NumberColumn[],
  rowIndex: Uint32Array,
  count: number,
): readonly RowStatus[] {
  if (rowIndex.length === count) return new Array<RowStatus>(count).fill("used");
  const byName = new Map(needed.map(({ name, values }) => [name, Float64Array.from(values)]));
  const all = problem.columns.map(({ name }) => byName.get(name) ?? new Float64Array(0));
  const ofWhere = all.filter((_, c) => problem.columns[c]?.filter === true);
  const statuses = Array.from({ length: count }, (_, row): RowStatus => {
    // `where` says nothing of a row without a value that it reads.
    if (problem.keep === null || ofWhere.some((values) => Number.isNaN(values[row]))) return "missing";
    return problem.keep(all, row) ? "missing" : "where";
  });
  for (const row of rowIndex) statuses[row] = "used";
  return statuses;
}

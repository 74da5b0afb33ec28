import type { Columns } from "../api/fit-options.js";
import type { ColumnData, ColumnInfo, FitProblem } from "../contract/fit-problem.js";
import { FitError } from "../messages/fit-error.js";
import { byName, checkLength, columnNamed } from "./columns.js";
import { dataMessages } from "./messages.js";
import { gather, RowSelection } from "./row-selection.js";

/** The data of a fit, checked and filtered. */
export interface PreparedData {
  /** The used columns, in the order of `problem.columns`; unused ones are empty. */
  readonly columns: ColumnData;
  /** Number of rows given. */
  readonly given: number;
  /** Number of rows kept. */
  readonly rows: number;
  /** Number of rows left out by `missing drop`. Rows excluded by `where` are not counted. */
  readonly dropped: number;
  /** The rows kept, as indices into the given data; null if all are kept. */
  readonly kept: Uint32Array | null;
}

const empty = new Float64Array(0);

/**
 * Checks the columns that a model needs, and selects the rows that its `where` and `missing` keep
 * (see `RowSelection`). Nothing is copied if the columns are `Float64Array`s and all rows are kept.
 *
 * @param columns an object or a Map of arrays of equal length, by the model's names; other columns
 *   are ignored
 * @throws FitError `missingColumn`, `columnLengthsDiffer`, `valueNotNumber`, `missingValue`,
 *   `columnNotArray`, `noRows`, `noRowsSelected`, `noRowsLeft`, `dataNotColumns`
 */
export function prepareData(problem: FitProblem, columns: Columns<string>): PreparedData {
  const named = byName(columns);
  const given = problem.columns.map((info) => (isNeeded(info) ? columnNamed(named, info.name) : empty));
  const rows = commonLength(problem, given);
  const used = given.map((column, j) => (problem.columns[j]?.used === true ? column : empty));
  const selection = new RowSelection(problem, given);
  if (selection.keepsAll) return { columns: used, given: rows, rows, dropped: 0, kept: null };

  const { kept, dropped } = keptRows(problem, selection, rows);
  if (kept.length === 0) {
    throw new FitError(
      dropped === 0 ? dataMessages.noRowsSelected({ rows }) : dataMessages.noRowsLeft({ rows, dropped }),
      { about: "data" },
    );
  }
  if (kept.length === rows) return { columns: used, given: rows, rows, dropped: 0, kept: null };
  return { columns: used.map((column) => gather(column, kept)), given: rows, rows: kept.length, dropped, kept };
}

/**
 * Checks that the columns are as they were prepared: the caller has had a turn since.
 * @throws FitError `columnChanged`
 */
export function checkUnchanged({ columns: infos }: Pick<FitProblem, "columns">, { columns, rows }: PreparedData): void {
  for (let j = 0; j < columns.length; j++) {
    const column = columns[j];
    if (column !== undefined && column !== empty) checkLength(infos[j]?.name ?? "", column, rows);
  }
}

function isNeeded(info: ColumnInfo): boolean {
  return info.used || info.filter;
}

/**
 * The number of rows; 0 for a model that needs no column, whose residuals all come from statements
 * without a column.
 */
function commonLength(problem: FitProblem, given: ColumnData): number {
  let first: ColumnInfo | null = null;
  let rows = 0;
  for (const [j, info] of problem.columns.entries()) {
    if (!isNeeded(info)) continue;
    const length = (given[j] ?? empty).length;
    if (first === null) {
      first = info;
      rows = length;
    } else if (length !== rows) {
      const values = { first: first.name, firstLength: rows, second: info.name, secondLength: length };
      throw new FitError(dataMessages.columnLengthsDiffer(values), { column: info.name, about: "data" });
    }
  }
  if (first !== null && rows === 0) throw new FitError(dataMessages.noRows(), { about: "data" });
  return rows;
}

/**
 * The rows kept, and the number of rows dropped for missing values.
 * @throws FitError `missingValue` if `missing` is `error`, for the first missing value in a column
 *   that `where` reads or, if there is none, for the first missing value
 */
function keptRows(
  { missing }: FitProblem,
  selection: RowSelection,
  rows: number,
): { readonly kept: Uint32Array; readonly dropped: number } {
  const kept = new Uint32Array(rows);
  let count = 0;
  let dropped = 0;
  let gap: { readonly row: number; readonly fate: "gap of where" | "gap" } | null = null;
  for (let row = 0; row < rows; row++) {
    const fate = selection.fateOf(row);
    if (fate === "kept") kept[count++] = row;
    else if (fate !== "excluded") {
      dropped++;
      if (gap === null || (gap.fate === "gap" && fate === "gap of where")) gap = { row, fate };
    }
  }
  if (gap !== null && missing === "error") {
    const name = selection.columnAt(gap.row, gap.fate);
    const message = dataMessages.missingValue({ name, row: gap.row + 1 });
    throw new FitError(message, { row: gap.row, column: name, about: "data" });
  }
  return { kept: kept.slice(0, count), dropped };
}

/** The index of a row in the given data, from 0. */
export function givenRow(data: PreparedData, row: number): number {
  return data.kept?.[row] ?? row;
}

import type { Columns } from "../api/fit-options.js";
import type { ColumnData, ColumnInfo, FitProblem } from "../contract/fit-problem.js";
import { FitError } from "../messages/fit-error.js";
import { byName, columnNamed } from "./columns.js";
import { dataMessages } from "./messages.js";
import { gather, RowSelection } from "./row-selection.js";

/** The data of a fit: checked, filtered, dense. */
export interface PreparedData {
  /** The used columns, in the order of the problem's; the others are empty. */
  readonly columns: ColumnData;
  /** Rows as they were given. */
  readonly given: number;
  /** Rows kept. */
  readonly rows: number;
  /** Rows left out by `missing drop`; those that `where` excludes are not counted. */
  readonly dropped: number;
  /** The rows kept, as indices into the data given; null where all are. */
  readonly kept: Uint32Array | null;
}

const empty = new Float64Array(0);

/**
 * Checks the columns that a model needs, and keeps the rows that its `where` and its `missing` keep
 * (see `RowSelection`). Nothing is copied where the columns are `Float64Array`s and all rows are
 * kept.
 *
 * @param columns an object or a Map of arrays of equal length, by the model's names; further ones
 *   are ignored
 * @throws FitError missingColumn, columnLengthsDiffer, valueNotNumber, missingValue,
 *   columnNotArray, noRows, noRowsSelected, noRowsLeft, dataNotColumns
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

function isNeeded(info: ColumnInfo): boolean {
  return info.used || info.filter;
}

/**
 * The number of rows; 0 for a model that needs no column, all of whose statements are then such as
 * occur once.
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
 * The rows kept, and how many gaps have cost.
 * @throws FitError missingValue under `missing error` for the first gap in a column of `where`, or
 * else for the first one
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

/** The row of the data as they were given, 0-based. */
export function givenRow(data: PreparedData, row: number): number {
  return data.kept?.[row] ?? row;
}

import type { Columns } from "../api/fit-options.js";
import type { ColumnData, ColumnInfo, FitProblem } from "../contract/fit-problem.js";
import { FitError } from "../messages/fit-error.js";
import { byName, columnNamed } from "./columns.js";
import { hasNaN } from "./has-nan.js";
import { dataMessages } from "./messages.js";

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
 * Checks the columns that a model needs, and keeps the rows that its `where` and its `missing` keep.
 *
 * The order matters to what a user is told. First the columns of `where` must have values (or their rows are dropped),
 * then `where` chooses, then the other columns must have values in the rows chosen: a gap in a row that `where` excludes
 * is no error. Nothing is copied where the columns are `Float64Array`s and all rows are kept.
 *
 * @param columns an object or a Map of arrays of equal length, by the model's names; further ones are ignored
 * @throws FitError missingColumn, columnLengthsDiffer, valueNotNumber, missingValue,
 * columnNotArray, noRows, noRowsSelected, noRowsLeft, dataNotColumns
 */
export function prepareData(problem: FitProblem, columns: Columns<string>): PreparedData {
  const named = byName(columns);
  const given = problem.columns.map((info) => (isNeeded(info) ? columnNamed(named, info.name) : empty));
  const rows = commonLength(problem, given);
  const used = given.map((column, j) => (problem.columns[j]?.used === true ? column : empty));
  const excluded = new Uint8Array(problem.keep === null && !hasGaps(given) ? 0 : rows);
  if (excluded.length === 0) return { columns: used, given: rows, rows, dropped: 0, kept: null };

  let dropped = markGaps(problem, given, excluded, (info) => info.filter);
  if (problem.keep !== null) {
    for (let row = 0; row < rows; row++) {
      if (excluded[row] === 0 && !problem.keep(given, row)) excluded[row] = 1;
    }
  }
  dropped += markGaps(problem, given, excluded, (info) => info.used && !info.filter);

  const kept = indicesOf(excluded);
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

/** The number of rows; 0 for a model that needs no column, all of whose statements are then such as occur once. */
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

function hasGaps(columns: ColumnData): boolean {
  return columns.some(hasNaN);
}

/**
 * Excludes the rows, not excluded yet, in which one of the chosen columns has no value, and counts them.
 * @throws FitError missingValue for the first such row under `missing error`
 */
function markGaps(
  problem: FitProblem,
  given: ColumnData,
  excluded: Uint8Array,
  choose: (info: ColumnInfo) => boolean,
): number {
  const chosen = problem.columns.flatMap((info, j) =>
    choose(info) ? [{ name: info.name, values: given[j] ?? empty }] : [],
  );
  let count = 0;
  for (let row = 0; row < excluded.length; row++) {
    if (excluded[row] === 1) continue;
    const gap = chosen.find(({ values }) => Number.isNaN(values[row]));
    if (gap === undefined) continue;
    if (problem.missing === "error") {
      throw new FitError(dataMessages.missingValue({ name: gap.name, row: row + 1 }), {
        row,
        column: gap.name,
        about: "data",
      });
    }
    excluded[row] = 1;
    count++;
  }
  return count;
}

function indicesOf(excluded: Uint8Array): Uint32Array {
  let count = 0;
  for (const mark of excluded) count += 1 - mark;
  const indices = new Uint32Array(count);
  let next = 0;
  for (let row = 0; row < excluded.length; row++) {
    if (excluded[row] === 0) indices[next++] = row;
  }
  return indices;
}

function gather(column: Float64Array, rows: Uint32Array): Float64Array {
  if (column.length === 0) return empty;
  const gathered = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = column[rows[i] as number] as number;
  return gathered;
}

/** The row of the data as they were given, 0-based. */
export function givenRow(data: PreparedData, row: number): number {
  return data.kept?.[row] ?? row;
}

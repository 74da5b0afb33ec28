import type { ColumnData, ColumnInfo, FitProblem } from "../contract/fit-problem.js";
import { hasNaN } from "../data/has-nan.js";
import type { Batch } from "./batch.js";

/** The rows of a batch that a model keeps: what `prepareData` leaves of each data set, of all of them at once. */
export interface DataSets {
  /** The used columns, in the order of the problem's; the others are empty. */
  readonly columns: ColumnData;
  /** Data set i has rows `[offsets[i], offsets[i + 1])` of these. */
  readonly offsets: Float64Array;
  /** 1 for those that have a gap which their model does not allow. */
  readonly faulty: Uint8Array;
}

const empty = new Float64Array(0);

/** Nothing is copied where all rows are kept. */
export function dataSetsOf(problem: FitProblem, { count, columns: named, offsets }: Batch): DataSets {
  const given = problem.columns.map(({ name }) => named.get(name) ?? empty);
  const used = given.map((column, j) => (problem.columns[j]?.used === true ? column : empty));
  const faulty = new Uint8Array(count);
  const ofFilter = chosen(problem, given, (info) => info.filter);
  const ofModel = chosen(problem, given, (info) => info.used && !info.filter);
  if (problem.keep === null && ![...ofFilter, ...ofModel].some(hasNaN)) return { columns: used, offsets, faulty };

  const kept = new Uint32Array(offsets[count] as number);
  let rows = 0;
  const ends = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    for (let row = offsets[i] as number; row < (offsets[i + 1] as number); row++) {
      const incomplete = isGap(ofFilter, row);
      if (!incomplete && problem.keep !== null && !problem.keep(given, row)) continue;
      if (!incomplete && !isGap(ofModel, row)) kept[rows++] = row;
      else if (problem.missing === "error") faulty[i] = 1;
    }
    ends[i + 1] = rows;
  }
  return { columns: used.map((column) => gather(column, kept.subarray(0, rows))), offsets: ends, faulty };
}

function chosen({ columns }: FitProblem, given: ColumnData, choose: (info: ColumnInfo) => boolean): ColumnData {
  return given.filter((_, j) => columns.some((info, k) => k === j && choose(info)));
}

function isGap(columns: ColumnData, row: number): boolean {
  for (const column of columns) if (Number.isNaN(column[row])) return true;
  return false;
}

function gather(column: Float64Array, rows: Uint32Array): Float64Array {
  if (column.length === 0) return empty;
  const gathered = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = column[rows[i] as number] as number;
  return gathered;
}

import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { gather, RowSelection } from "../data/row-selection.js";
import type { Batch } from "./batch.js";

/**
 * The rows of a batch that a model keeps: the same as `prepareData` keeps of each data set, but for
 * all data sets at once.
 */
export interface DataSets {
  /** Data set i has the rows `[offsets[i], offsets[i + 1])` of those kept. */
  readonly offsets: Float64Array;
  /** The rows kept, as indices into the given data; null if all are kept. */
  readonly kept: Uint32Array | null;
  /**
   * True if `prepareData` refuses data set i: it has no rows, keeps none, or has a missing value
   * that the model does not allow.
   */
  isBad(i: number): boolean;
}

const empty = new Float64Array(0);

export function dataSetsOf(problem: FitProblem, { count, columns: named, offsets }: Batch): DataSets {
  // The number of rows means nothing to a model that needs no column.
  const needsRows = named.size > 0;
  const isEmpty = (ends: Float64Array, i: number): boolean => needsRows && ends[i] === ends[i + 1];
  const given = problem.columns.map(({ name }) => named.get(name) ?? empty);
  const selection = new RowSelection(problem, given);
  if (selection.keepsAll) return { offsets, kept: null, isBad: (i) => isEmpty(offsets, i) };

  const faulty = new Uint8Array(count);
  const kept = new Uint32Array(offsets[count] as number);
  let rows = 0;
  const ends = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    for (let row = offsets[i] as number; row < (offsets[i + 1] as number); row++) {
      const fate = selection.fateOf(row);
      if (fate === "kept") kept[rows++] = row;
      else if (fate !== "excluded" && problem.missing === "error") faulty[i] = 1;
    }
    ends[i + 1] = rows;
  }
  return { offsets: ends, kept: kept.subarray(0, rows), isBad: (i) => faulty[i] === 1 || isEmpty(ends, i) };
}

/**
 * The used columns, in the order of `problem.columns`, with the rows kept; unused ones are empty.
 * Nothing is copied where all rows are kept.
 */
export function keptColumns(problem: FitProblem, { columns: named }: Batch, { kept }: DataSets): ColumnData {
  const used = problem.columns.map(({ name, used: isUsed }) => (isUsed ? (named.get(name) ?? empty) : empty));
  return kept === null ? used : used.map((column) => gather(column, kept));
}

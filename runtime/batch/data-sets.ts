import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { gather, RowSelection } from "../data/row-selection.js";
import type { Batch } from "./batch.js";

/**
 * The rows of a batch that a model keeps: the same as `prepareData` keeps of each data set, but for
 * all data sets at once.
 */
export interface DataSets {
  /** The used columns, in the order of `problem.columns`; unused ones are empty. */
  readonly columns: ColumnData;
  /** Data set i has the rows `[offsets[i], offsets[i + 1])` of these columns. */
  readonly offsets: Float64Array;
  /** 1 for each data set with a missing value that the model does not allow. */
  readonly faulty: Uint8Array;
}

const empty = new Float64Array(0);

/** Nothing is copied where all rows are kept. */
export function dataSetsOf(problem: FitProblem, { count, columns: named, offsets }: Batch): DataSets {
  const given = problem.columns.map(({ name }) => named.get(name) ?? empty);
  const used = given.map((column, j) => (problem.columns[j]?.used === true ? column : empty));
  const faulty = new Uint8Array(count);
  const selection = new RowSelection(problem, given);
  if (selection.keepsAll) return { columns: used, offsets, faulty };

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
  return { columns: used.map((column) => gather(column, kept.subarray(0, rows))), offsets: ends, faulty };
}

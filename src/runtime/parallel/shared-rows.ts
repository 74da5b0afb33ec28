import type { ColumnData } from "../problem.js";
import type { SharedRows } from "./chunk-table.js";

const empty = new Float64Array(0);

/**
 * The columns that kernels read, where other threads see them: in shared memory. Those that lie there are taken as they are, others are
 * copied. Where there is no shared memory (a page that is not cross-origin isolated has none), each helper is to be given copies of the rows
 * that it works on.
 */
export function sharedRows(columns: ColumnData, read: readonly number[], rows: number): SharedRows {
  const shared = typeof SharedArrayBuffer === "function";
  const needed = new Set(read);
  return {
    rows,
    shared,
    columns: columns.map((column, j) => (needed.has(j) ? (shared ? inSharedMemory(column) : column) : empty)),
  };
}

function inSharedMemory(column: Float64Array): Float64Array {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const copy = new Float64Array(new SharedArrayBuffer(column.byteLength));
  copy.set(column);
  return copy;
}

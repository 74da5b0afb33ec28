import type { ColumnData } from "../contract/fit-problem.js";

const empty = new Float64Array(0);

/**
 * The columns that kernels read, for other threads: in shared memory. Columns that lie there are
 * taken as they are; others are copied, rows that workers work on alone. Where there is no shared
 * memory (a page that is not cross-origin isolated has none), each worker is to be sent copies of
 * its rows.
 */
export class RowsForWorkers {
  /**
   * The columns in shared memory, where those that are not read are empty; null where there is no
   * such memory.
   */
  readonly shared: ColumnData | null;
  /** All of them are there already. */
  readonly isShared: boolean;

  constructor(
    private readonly columns: ColumnData,
    private readonly read: readonly number[],
    readonly rows: number,
  ) {
    const exists = typeof SharedArrayBuffer === "function";
    const isShared = (j: number): boolean => exists && columns[j]?.buffer instanceof SharedArrayBuffer;
    const place = (column: Float64Array, j: number): Float64Array => {
      if (!read.includes(j)) return empty;
      return isShared(j) ? column : new Float64Array(new SharedArrayBuffer(column.byteLength));
    };
    this.isShared = exists && read.every(isShared);
    this.shared = exists ? columns.map(place) : null;
  }

  /** Rows `[from, to)` for a worker: their copies, or null where they are in shared memory now. */
  give(from: number, to: number): ColumnData | null {
    const { columns, read, shared } = this;
    if (shared === null) return columns.map((column, j) => (read.includes(j) ? column.slice(from, to) : empty.slice()));
    for (const j of read) {
      const [given, there] = [columns[j] ?? empty, shared[j] ?? empty];
      if (given !== there) there.set(given.subarray(from, to), from);
    }
    return null;
  }
}

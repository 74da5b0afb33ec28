import type { ColumnData } from "../contract/fit-problem.js";

const empty = new Float64Array(0);

/**
 * Provides other threads with the columns that kernels read, in shared memory. Columns that are in
 * shared memory already are used directly; of others, only the rows that workers need are copied.
 * Without shared memory (it is not available in a page that is not cross-origin isolated), each
 * worker is sent copies of its rows.
 */
export class RowsForWorkers {
  /**
   * The columns in shared memory, empty for those that are not read; null if there is no shared
   * memory.
   */
  readonly shared: ColumnData | null;
  /** True if all columns were given in shared memory. */
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

  /** Rows `[from, to)` for a worker: copies, or null if they are now in shared memory. */
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

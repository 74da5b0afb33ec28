import type { ColumnData } from "../contract/fit-problem.js";
import type { Job } from "../threads/job-runner.js";
import type { FitsRequest } from "../threads/protocol.js";
import type { WorkerClient } from "../threads/worker-client.js";
import { type Collected, recordLength } from "./collected.js";
import type { FastPath } from "./fast-path.js";
import { type OneByOne, passes } from "./one-by-one.js";

/**
 * Rough amounts of work, in units of the evaluation of one row: the overhead of a fit on the fast
 * path, the work that the calling thread does before it yields to the event loop, and the most that
 * is given to a worker at once.
 */
const workOfFast = 200;
const ownWork = 1e5;
const mostGiven = 2e6;

/** The fits of a batch, done by several threads: in pieces, in any order. */
export class BatchJob implements Job {
  private next = 0;
  private done = 0;
  /** Data sets left to the calling thread. */
  private readonly left: number[] = [];

  /**
   * @param others fits the data sets that are not for the fast path
   * @param shared the columns in shared memory; null if they are sent to the workers
   */
  constructor(
    private readonly fast: FastPath | null,
    private readonly found: Collected,
    private readonly threads: number,
    private readonly shared: ColumnData | null,
    private readonly others: OneByOne,
    private readonly onProgress: (done: number) => void,
  ) {}

  get isDone(): boolean {
    return this.done === this.found.count;
  }

  own(): boolean {
    const { found, left } = this;
    const before = this.done;
    for (let work = 0; work < ownWork; this.done++) {
      const i = left.pop() ?? this.next;
      if (i === found.count) break;
      if (i === this.next) this.next++;
      work += this.fit(i);
    }
    if (this.done > before) this.onProgress(this.done);
    return this.done > before;
  }

  /** Fits a data set in the calling thread; returns the amount of work. */
  private fit(i: number): number {
    const { fast, found, others } = this;
    if (fast?.prepare(i) !== true || !fast.fit(i, found)) return others.fit(i);
    return workOfFast + (fast.to - fast.from) * (found.nfev[i] as number);
  }

  give(worker: WorkerClient): Promise<void> | null {
    const given = this.fast === null ? null : this.take(this.fast);
    return given === null ? null : this.ask(worker, given);
  }

  /** Takes some of the data sets that no thread has begun; null if none is left. */
  private take(fast: FastPath): Given | null {
    // Workers get fewer and fewer data sets at once, so that all finish at about the same time
    // (guided self-scheduling: Polychronopoulos and Kuck, IEEE Trans. Comput. C-36 (1987) 1425).
    const most = Math.ceil((this.found.count - this.next) / (4 * this.threads));
    const length = fast.starts.values.length;
    const sets: number[] = [];
    const rows = new Float64Array(2 * most);
    const starts = new Float64Array(length * most);
    const residuals = new Float64Array(most);
    for (let work = 0; sets.length < most && (work < mostGiven || sets.length === 0); this.next++) {
      const i = this.next;
      if (i === this.found.count) break;
      if (!fast.prepare(i) || !fast.isForWorkers) {
        this.left.push(i);
        continue;
      }
      const k = sets.push(i) - 1;
      rows.set([fast.from, fast.to], 2 * k);
      starts.set(fast.starts.values, length * k);
      residuals[k] = fast.residuals;
      work += workOfFast + passes * (fast.to - fast.from);
    }
    const count = sets.length;
    if (count === 0) return null;
    return {
      sets,
      rows: rows.slice(0, 2 * count),
      starts: starts.slice(0, length * count),
      residuals: residuals.slice(0, count),
    };
  }

  private async ask(worker: WorkerClient, { sets, rows, starts, residuals }: Given): Promise<void> {
    const { fast, found, shared } = this;
    const columns = shared === null ? this.rowsOf(rows) : null;
    const transfer = columns?.flatMap(({ buffer }) => (buffer.byteLength > 0 ? [buffer] : [])) ?? [];
    const { values } = await worker.ask({ kind: "fits", rows, starts, residuals, columns }, transfer);
    const length = recordLength(found.free.length);
    for (const [k, i] of sets.entries()) {
      const isFitted = !Number.isNaN(values[k * length]);
      if (isFitted && fast?.accepts(i, starts, (starts.length / sets.length) * k, values, k * length) === true) {
        found.putRecord(i, values, k * length);
        this.done++;
      } else this.left.push(i);
    }
    this.onProgress(this.done);
  }

  /**
   * Copies the rows from the first to the last, and makes the indices in `rows` relative to the
   * first.
   */
  private rowsOf(rows: Float64Array): readonly Float64Array<ArrayBuffer>[] {
    const [first, last] = [rows[0] as number, rows[rows.length - 1] as number];
    for (let k = 0; k < rows.length; k++) rows[k] = (rows[k] as number) - first;
    const read = new Set(this.fast?.kernel?.columns);
    const columns = this.fast?.columns ?? [];
    return columns.map((column, j) =>
      read.has(j) ? new Float64Array(column.subarray(first, last)) : new Float64Array(0),
    );
  }
}

/** Data sets given to a worker: see `FitsRequest`. */
interface Given extends Omit<FitsRequest, "kind" | "columns"> {
  readonly sets: readonly number[];
}

import { chunkRows } from "../fold/chunks.js";
import type { RowKernel } from "../fold/row-kernel.js";
import { FoldState } from "../fold/state.js";
import type { Job } from "./job-runner.js";
import type { RequestedChunk } from "./protocol.js";
import type { Evaluation } from "./replay.js";
import type { RowsForWorkers } from "./rows-for-workers.js";
import type { WorkerClient } from "./worker-client.js";

/**
 * The states of all chunks of rows at one point after another. All threads compute them; then this
 * serves as the row kernel from which a fold merges them in its canonical tree.
 */
export class ChunkTable implements RowKernel {
  readonly count: number;
  readonly linear: boolean;
  /** The states at the last points evaluated, with derivatives and with the cost alone. */
  private readonly states: readonly FoldState[];
  private readonly costs: readonly FoldState[];
  /** For each chunk, who has its rows: the worker that last received a copy, or all workers. */
  private readonly holders: (WorkerClient | "all" | null)[];

  /**
   * @param n number of columns of J to fold
   * @param threads number of threads, including the calling thread
   * @param own computes rows in the calling thread
   */
  constructor(
    private readonly data: RowsForWorkers,
    n: number,
    private readonly threads: number,
    private readonly own: RowKernel,
  ) {
    this.linear = own.linear;
    this.count = Math.ceil(data.rows / chunkRows);
    this.states = Array.from({ length: this.count }, () => new FoldState(n));
    this.costs = Array.from({ length: this.count }, () => new FoldState(0));
    this.holders = new Array<"all" | null>(this.count).fill(data.isShared ? "all" : null);
  }

  linearize(state: FoldState, _p: Float64Array, from: number): void {
    state.copy(stateAt(this.states, from / chunkRows));
  }

  cost(state: FoldState, _p: Float64Array, from: number): void {
    state.copy(stateAt(this.costs, from / chunkRows));
  }

  /** The work needed to compute the states at a point. */
  pass({ derivatives, p }: Evaluation): Job {
    const { own } = this;
    const states = derivatives ? this.states : this.costs;
    const left = Array.from(states, (_, index) => index);
    return {
      own: () => {
        const [index] = this.take(left, null, 1);
        if (index === undefined) return false;
        const { from, to } = this.rowsOf(index);
        if (derivatives) own.linearize(stateAt(states, index), p, from, to);
        else own.cost(stateAt(states, index), p, from, to);
        return true;
      },
      give: (worker) => {
        // Workers get fewer and fewer chunks at once, so that all finish at about the same time
        // (guided self-scheduling: Polychronopoulos and Kuck, IEEE Trans. Comput. C-36 (1987)
        // 1425).
        const taken = this.take(left, worker, Math.ceil(left.length / (2 * this.threads)));
        return taken.length === 0 ? null : this.ask(worker, derivatives, p, taken, states);
      },
    };
  }

  private async ask(
    worker: WorkerClient,
    derivatives: boolean,
    p: Float64Array,
    taken: readonly number[],
    states: readonly FoldState[],
  ): Promise<void> {
    const chunks = taken.map((index) => this.request(index, worker));
    const copies = chunks.flatMap(({ columns }) => columns ?? []).map(({ buffer }) => buffer as ArrayBuffer);
    const { values } = await worker.ask({ kind: "fold", derivatives, p, chunks }, copies);
    let at = 0;
    for (const index of taken) {
      const state = stateAt(states, index);
      state.load(values.subarray(at, at + state.size));
      at += state.size;
    }
  }

  /**
   * Takes some of the remaining chunks. A worker takes first those whose rows it has, then those
   * that no worker has. The calling thread, which has all rows, takes first those that no worker
   * has.
   */
  private take(left: number[], taker: WorkerClient | null, count: number): readonly number[] {
    const rank = (index: number): number => {
      const holder = this.holders[index] ?? null;
      if (holder === null) return 1;
      return taker !== null && (holder === taker || holder === "all") ? 0 : 2;
    };
    left.sort((a, b) => rank(a) - rank(b) || a - b);
    return left.splice(0, count);
  }

  private request(index: number, worker: WorkerClient): RequestedChunk {
    const { from, to } = this.rowsOf(index);
    const holder = this.holders[index];
    if (holder === "all" || holder === worker) return { index, from, to, columns: null };
    const columns = this.data.give(from, to);
    this.holders[index] = columns === null ? "all" : worker;
    return { index, from, to, columns };
  }

  private rowsOf(index: number): { readonly from: number; readonly to: number } {
    const from = index * chunkRows;
    return { from, to: Math.min(from + chunkRows, this.data.rows) };
  }
}

function stateAt(states: readonly FoldState[], index: number): FoldState {
  const state = states[index];
  if (state === undefined) throw new Error("fitc bug: a chunk that there is not");
  return state;
}

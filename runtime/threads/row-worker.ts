import type { ColumnData } from "../contract/fit-problem.js";
import type { RowLosses } from "../fold/row-loss.js";
import { FoldState } from "../fold/state.js";
import { KernelInstance } from "../fold/wasm/instance.js";
import { WasmRows } from "../fold/wasm/wasm-rows.js";
import { lossesNamed } from "./named-losses.js";
import type { FoldRequest, LoadRequest, RequestedChunk } from "./protocol.js";

/** Folds the rows of one fit in a worker thread. */
export class RowWorker {
  private readonly instance: KernelInstance;
  private readonly scaling: RowLosses;
  /** All rows, if they are in shared memory; otherwise null. */
  private readonly shared: WasmRows | null;
  /** The chunks whose rows were sent, by index. */
  private readonly sent = new Map<number, WasmRows>();

  /** @throws the platform's error if there is not enough memory */
  constructor(private readonly load: LoadRequest) {
    this.instance = new KernelInstance(load.module, load.model);
    this.scaling = lossesNamed(load.losses);
    this.shared = load.columns === null ? null : this.rowsOf(load.columns);
  }

  fold({ derivatives, p, chunks }: FoldRequest): Float64Array<ArrayBuffer> {
    const state = new FoldState(derivatives ? this.load.active.length : 0);
    const values = new Float64Array(chunks.length * state.size);
    for (const [i, chunk] of chunks.entries()) {
      const { rows, from, to } = this.placeOf(chunk);
      if (derivatives) rows.linearize(state, p, from, to);
      else rows.cost(state, p, from, to);
      state.save(values, i * state.size);
    }
    return values;
  }

  private placeOf({ index, from, to, columns }: RequestedChunk) {
    if (this.shared !== null) return { rows: this.shared, from, to };
    const rows = columns === null ? this.sent.get(index) : this.rowsOf(columns);
    if (rows === undefined) throw new Error(`fitc bug: the rows of chunk ${index} were not sent`);
    this.sent.set(index, rows);
    return { rows, from: 0, to: to - from };
  }

  private rowsOf(columns: ColumnData): WasmRows {
    const rows = columns.reduce((most, { length }) => Math.max(most, length), 0);
    return new WasmRows(this.instance, columns, rows, this.load.active, this.scaling);
  }
}

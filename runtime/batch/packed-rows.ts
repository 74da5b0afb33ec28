import type { ColumnData } from "../contract/fit-problem.js";
import type { RowKernel } from "../fold/row-kernel.js";
import type { FoldState } from "../fold/state.js";
import type { KernelInstance } from "../fold/wasm/instance.js";
import { transferRows } from "../fold/wasm/wasm-rows.js";
import type { Settings } from "../solvers/solver.js";
import { WasmLm } from "./wasm-lm.js";

/**
 * Computes and folds the data sets of a batch by the WebAssembly kernels, for linear loss. Memory
 * holds the rows of one data set at a time.
 */
export class PackedRows implements RowKernel {
  readonly linear = true;
  private from = 0;

  /** @throws RangeError if there is not enough memory */
  constructor(
    private readonly instance: KernelInstance,
    private readonly columns: ColumnData,
    private readonly active: readonly number[],
  ) {
    instance.reserve(transferRows);
  }

  linearize(state: FoldState, p: Float64Array, from: number, to: number): void {
    const { instance, active } = this;
    this.load(from, to);
    instance.begin(p);
    instance.choose(active);
    instance.fold(0, to - from, active.length);
    instance.readState(state);
  }

  cost(state: FoldState, p: Float64Array, from: number, to: number): void {
    const { instance } = this;
    this.load(from, to);
    instance.begin(p);
    state.clear();
    instance.cost(0, to - from);
    instance.readState(state);
  }

  /** Fits rows `[from, to)`, starting from `p`; returns false if the WebAssembly `lm` gave up. */
  fit(lm: WasmLm, p: Float64Array, from: number, to: number): boolean {
    this.load(from, to);
    this.instance.choose(this.active);
    return lm.run(p, to - from);
  }

  /** The `lm` that does a whole fit in one call; null if the module has none for these settings. */
  lm(settings: Settings): WasmLm | null {
    return WasmLm.of(this.instance, this.active.length, settings);
  }

  private load(from: number, to: number): void {
    if (this.instance.holder === this && this.from === from) return;
    this.instance.load(this.columns, from, to);
    this.instance.holder = this;
    this.from = from;
  }
}

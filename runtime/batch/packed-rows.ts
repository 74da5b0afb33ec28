import type { ColumnData } from "../contract/fit-problem.js";
import type { RowKernel } from "../fold/row-kernel.js";
import type { FoldState } from "../fold/state.js";
import type { KernelInstance } from "../fold/wasm/instance.js";
import { transferRows } from "../fold/wasm/wasm-rows.js";
import type { Settings } from "../solvers/solver.js";
import { WasmLm } from "./wasm-lm.js";

/** The WebAssembly kernels over the data sets of a batch, the rows of one of which are in memory at a time. The loss is linear. */
export class PackedRows implements RowKernel {
  readonly linear = true;
  private from = 0;

  /** @throws RangeError where there is no memory to be had */
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

  /** Fits rows `[from, to)` from the start `p`; false where `lm` gave up. */
  fit(lm: WasmLm, p: Float64Array, from: number, to: number): boolean {
    this.load(from, to);
    this.instance.choose(this.active);
    return lm.run(p, to - from);
  }

  /** The fits in one call; null where the module cannot do such fits. */
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

import { type ColumnData, panelRows } from "../../contract/fit-problem.js";
import { PanelFold } from "../panel-fold.js";
import { forEachPanel } from "../panels.js";
import type { RowKernel } from "../row-kernel.js";
import type { RowScaling } from "../row-loss.js";
import type { FoldState } from "../state.js";
import type { KernelInstance } from "./instance.js";

/** Rows that are copied into the memory of an instance at once: a multiple of a panel's. */
export const blockRows = 8192;

/**
 * Up to so many bytes the columns stay there, so that a fit copies each block once; of more there
 * is one block at a time.
 */
const residentBytes = 2 ** 24;

/**
 * The kernels that a model has as WebAssembly. For linear loss a block is one call; for another
 * each panel is computed there, weighed by its loss here, and folded there.
 */
export class WasmRows implements RowKernel {
  readonly linear: boolean;
  private readonly panels: PanelFold;
  /** The columns of the panel, as long as they can be: those that are folded, and the residuals. */
  private columns: readonly Float64Array[] = [];
  private generation = -1;
  /** Where in memory the first of the rows is that were last asked for. */
  private first = 0;
  /** Which blocks are in memory, where they stay. */
  private readonly resident: Uint8Array | null;

  /**
   * @param instance may be shared with others
   * @param rows how many there are
   * @param active indices of the columns of J to fold, in order
   * @param scaling of the statements of the block of rows
   * @throws RangeError where memory does not suffice
   */
  constructor(
    private readonly instance: KernelInstance,
    private readonly data: ColumnData,
    private readonly rows: number,
    private readonly active: readonly number[],
    scaling: RowScaling,
  ) {
    this.linear = scaling.linear;
    this.panels = new PanelFold(active.length, scaling, instance.model.rowStatements * panelRows);
    const fits = 8 * rows * instance.model.columns.length <= residentBytes;
    this.resident = fits ? new Uint8Array(Math.ceil(rows / blockRows)) : null;
    instance.reserve(fits ? rows : blockRows);
  }

  linearize(state: FoldState, p: Float64Array, from: number, to: number): void {
    const { instance, active, linear } = this;
    instance.begin(p);
    instance.choose(active);
    state.clear();
    for (let start = from; start < to; ) {
      const rows = this.load(start, to);
      if (linear) instance.fold(this.first, rows, active.length);
      else this.foldPanels(state, rows);
      start += rows;
    }
    if (linear) instance.readState(state);
    else instance.readFactor(state);
  }

  cost(state: FoldState, p: Float64Array, from: number, to: number): void {
    const { instance, linear } = this;
    instance.begin(p);
    state.clear();
    for (let start = from; start < to; ) {
      const rows = this.load(start, to);
      if (linear) instance.cost(this.first, rows);
      else this.costOfPanels(state, rows);
      start += rows;
    }
    if (linear) instance.readState(state);
  }

  /** Sees to it that rows from `start` on are in memory, and says how many. */
  private load(start: number, to: number): number {
    const { instance, data, rows, resident } = this;
    if (resident === null) {
      const end = Math.min(start + blockRows, to);
      instance.load(data, start, end);
      instance.holder = null;
      this.first = 0;
      return end - start;
    }
    if (instance.holder !== this) resident.fill(0);
    instance.holder = this;
    const block = Math.floor(start / blockRows);
    const from = block * blockRows;
    const end = Math.min(from + blockRows, rows);
    if (resident[block] === 0) instance.load(data, from, end, from);
    resident[block] = 1;
    this.first = start;
    return Math.min(end, to) - start;
  }

  private foldPanels(state: FoldState, rows: number): void {
    const { instance, active, panels } = this;
    forEachPanel(0, rows, (start, end) => {
      const k = end - start;
      const length = k * instance.model.rowStatements;
      instance.linearize(this.first + start, k);
      const columns = this.panelColumns();
      for (const column of columns) pack(column, k, length);
      if (panels.weigh(state, columns, k, length)) instance.reduce(active.length, length);
    });
  }

  private costOfPanels(state: FoldState, rows: number): void {
    const { instance, active, panels } = this;
    forEachPanel(0, rows, (start, end) => {
      const k = end - start;
      const length = k * instance.model.rowStatements;
      instance.residuals(this.first + start, k);
      const r = this.panelColumns()[active.length] as Float64Array;
      pack(r, k, length);
      state.addCost(panels.cost(r, k, length));
    });
  }

  private panelColumns(): readonly Float64Array[] {
    const { instance, active } = this;
    if (this.generation !== instance.generation) {
      this.columns = [...active, instance.model.free].map((j) => instance.panelColumn(j));
      this.generation = instance.generation;
    }
    return this.columns;
  }
}

/**
 * Statements, each padded to a multiple of 4 rows, one right after another; the padding is behind
 * the last.
 */
function pack(column: Float64Array, k: number, length: number): void {
  const padded = Math.ceil(k / 4) * 4;
  if (padded === k || length === k) return;
  for (let at = k, from = padded; at < length; at += k, from += padded) column.copyWithin(at, from, from + k);
  column.fill(0, length, Math.ceil(length / 4) * 4);
}

import { type ColumnData, panelRows } from "../../contract/fit-problem.js";
import { PanelFold } from "../panel-fold.js";
import { forEachPanel } from "../panels.js";
import type { RowKernel } from "../row-kernel.js";
import type { RowScaling } from "../row-loss.js";
import type { FoldState } from "../state.js";
import type { KernelInstance } from "./instance.js";

/**
 * The number of rows copied into the memory of an instance in one transfer: a multiple of the rows
 * of a panel.
 */
export const transferRows = 8192;

/**
 * Columns up to this total size stay in memory, so that a fit copies each transfer only once. Of
 * larger data, memory holds one transfer at a time.
 */
const residentBytes = 2 ** 24;

/**
 * Computes and folds rows by the WebAssembly kernels of a model. For linear loss, each transfer
 * takes one call. For other losses, WebAssembly computes each panel, the loss is applied here, and
 * WebAssembly folds the panel.
 */
export class WasmRows implements RowKernel {
  readonly linear: boolean;
  private readonly panels: PanelFold;
  /** The panel columns at their full length: the folded columns of J, then the residuals. */
  private columns: readonly Float64Array[] = [];
  private generation = -1;
  /** The position in memory of the first row last requested. */
  private first = 0;
  /** 1 for each transfer that is in memory; null if columns do not stay there. */
  private readonly resident: Uint8Array | null;

  /**
   * @param instance may be shared with others
   * @param rows number of rows
   * @param active indices of the columns of J to fold, in order
   * @param scaling the scaling of the statements of the row block
   * @throws RangeError if there is not enough memory
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
    this.resident = fits ? new Uint8Array(Math.ceil(rows / transferRows)) : null;
    instance.reserve(fits ? rows : transferRows);
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

  /** Makes sure that rows from `start` on are in memory, and returns how many of them are. */
  private load(start: number, to: number): number {
    const { instance, data, rows, resident } = this;
    if (resident === null) {
      const end = Math.min(start + transferRows, to);
      instance.load(data, start, end);
      instance.holder = null;
      this.first = 0;
      return end - start;
    }
    if (instance.holder !== this) resident.fill(0);
    instance.holder = this;
    const transfer = Math.floor(start / transferRows);
    const from = transfer * transferRows;
    const end = Math.min(from + transferRows, rows);
    if (resident[transfer] === 0) instance.load(data, from, end, from);
    resident[transfer] = 1;
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
 * Closes the gaps between statements, each of which is padded to a multiple of 4 rows; the padding
 * then follows the last statement.
 */
function pack(column: Float64Array, k: number, length: number): void {
  const padded = Math.ceil(k / 4) * 4;
  if (padded === k || length === k) return;
  for (let at = k, from = padded; at < length; at += k, from += padded) column.copyWithin(at, from, from + k);
  column.fill(0, length, Math.ceil(length / 4) * 4);
}

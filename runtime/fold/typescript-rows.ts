import { type ColumnData, panelRows, type ResidualBlock } from "../contract/fit-problem.js";
import { PanelFold } from "./panel-fold.js";
import { forEachPanel, rowsOf } from "./panels.js";
import type { RowKernel } from "./row-kernel.js";
import type { RowScaling } from "./row-loss.js";
import type { FoldState } from "./state.js";

/** Computes and folds the rows of a block by its TypeScript functions, panel after panel. */
export class TypeScriptRows implements RowKernel {
  readonly linear: boolean;
  private readonly panels: PanelFold;
  private readonly r: Float64Array;
  private readonly J: Float64Array;
  /** The active columns of J, then r: views for panels of `placed` residuals. */
  private columns: readonly Float64Array[] = [];
  private placed = -1;

  /**
   * @param free number of columns of J
   * @param active indices of the columns of J to fold, in order
   * @param scaling the scaling of the statements of the block
   */
  constructor(
    private readonly block: ResidualBlock,
    private readonly data: ColumnData,
    free: number,
    private readonly active: readonly number[],
    scaling: RowScaling,
  ) {
    const longest = block.count * rowsOf(block, panelRows);
    this.linear = scaling.linear;
    this.panels = new PanelFold(active.length, scaling, longest);
    this.r = new Float64Array(longest);
    this.J = new Float64Array(free * longest);
  }

  linearize(state: FoldState, p: Float64Array, from: number, to: number): void {
    state.clear();
    this.add(state, p, from, to);
  }

  cost(state: FoldState, p: Float64Array, from: number, to: number): void {
    state.clear();
    this.addCost(state, p, from, to);
  }

  /** Adds the residuals and derivatives of rows `[from, to)` to `state`. */
  add(state: FoldState, p: Float64Array, from: number, to: number): void {
    const { block, data, r, J, panels } = this;
    forEachPanel(from, to, (start, end) => {
      const k = end - start;
      const length = k * block.count;
      block.linearize(p, data, start, end, r, J);
      if (length !== this.placed) this.place(length);
      panels.fold(state, this.columns, k, length);
    });
  }

  /** Adds only the cost of rows `[from, to)`. */
  addCost(state: FoldState, p: Float64Array, from: number, to: number): void {
    const { block, data, r, panels } = this;
    forEachPanel(from, to, (start, end) => {
      const k = end - start;
      block.residuals(p, data, start, end, r);
      state.addCost(panels.cost(r, k, k * block.count));
    });
  }

  private place(length: number): void {
    this.columns = [...this.active.map((j) => this.J.subarray(j * length, (j + 1) * length)), this.r];
    this.placed = length;
  }
}

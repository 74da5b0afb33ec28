import { type ColumnData, panelRows, type ResidualBlock } from "../contract/fit-problem.js";
import { PanelFold } from "./panel-fold.js";
import { forEachPanel, rowsOf } from "./panels.js";
import type { RowKernel } from "./row-kernel.js";
import type { RowScaling } from "./row-loss.js";
import type { FoldState } from "./state.js";

/** The rows of a block by the functions that it has as TypeScript, panel after panel. */
export class TypeScriptRows implements RowKernel {
  readonly linear: boolean;
  private readonly panels: PanelFold;
  private readonly r: Float64Array;
  private readonly J: Float64Array;
  /** The active columns of J, and r, as they lie for panels of `placed` residuals. */
  private columns: readonly Float64Array[] = [];
  private placed = -1;

  /**
   * @param free how many columns J has
   * @param active the columns of J to fold, in order
   * @param scaling of the statements of the block
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

  /** Adds rows `[from, to)` to what `state` holds. */
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

  /** Adds their cost alone. */
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

import { type ColumnData, type FitProblem, panelRows } from "../contract/fit-problem.js";
import { PanelFold } from "./panel-fold.js";
import type { RowKernel } from "./row-kernel.js";
import type { RowScaling } from "./row-loss.js";
import type { FoldState } from "./state.js";

/** The kernels that a model has as TypeScript, panel after panel. */
export class PanelRows implements RowKernel {
  readonly linear: boolean;
  private readonly panels: PanelFold;
  private readonly r: Float64Array;
  private readonly J: Float64Array;
  /** The active columns of J, and r, as they lie for panels of `placed` residuals. */
  private columns: readonly Float64Array[] = [];
  private placed = -1;

  /**
   * @param active indices into `problem.free`: the columns of J to fold, in order
   * @param scaling of the row statements
   */
  constructor(
    private readonly problem: FitProblem,
    private readonly data: ColumnData,
    private readonly active: readonly number[],
    scaling: RowScaling,
  ) {
    const longest = problem.rowStatements * panelRows;
    this.linear = scaling.linear;
    this.panels = new PanelFold(active.length, scaling, longest);
    this.r = new Float64Array(longest);
    this.J = new Float64Array(problem.free.length * longest);
  }

  linearize(state: FoldState, p: Float64Array, from: number, to: number): void {
    const { problem, data, r, J, panels } = this;
    state.clear();
    for (let start = from; start < to; start += panelRows) {
      const k = Math.min(panelRows, to - start);
      const length = k * problem.rowStatements;
      problem.linearize(p, data, start, start + k, r, J);
      if (length !== this.placed) this.place(length);
      panels.fold(state, this.columns, k, length);
    }
  }

  cost(state: FoldState, p: Float64Array, from: number, to: number): void {
    const { problem, data, r, panels } = this;
    state.clear();
    for (let start = from; start < to; start += panelRows) {
      const k = Math.min(panelRows, to - start);
      problem.residuals(p, data, start, start + k, r);
      state.addCost(panels.cost(r, k, k * problem.rowStatements));
    }
  }

  private place(length: number): void {
    this.columns = [...this.active.map((j) => this.J.subarray(j * length, (j + 1) * length)), this.r];
    this.placed = length;
  }
}

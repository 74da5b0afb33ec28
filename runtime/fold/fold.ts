import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { chunkRows, foldChunks } from "./chunks.js";
import { PanelFold } from "./panel-fold.js";
import { PanelRows } from "./panel-rows.js";
import type { RowKernel } from "./row-kernel.js";
import { RowLosses, type RowScaling } from "./row-loss.js";
import { FoldState } from "./state.js";

/**
 * A model over its data, as a fold over panels of rows. A row kernel folds the panels of a chunk one after another, and the
 * chunks merge in one canonical tree. Residuals that occur once are one more panel at the end.
 */
export class Fold {
  /** Residuals in all. */
  readonly residuals: number;
  /** Some residual has a loss that is not linear. */
  readonly robust: boolean;
  /** Chains of parameters, as indices into all of them, that are kept in order. */
  readonly order: FitProblem["order"];
  private readonly once: PanelFold;
  private readonly r: Float64Array;
  private readonly J: Float64Array;
  /** The active columns of J, and r, of the residuals that occur once. */
  private readonly columns: readonly Float64Array[];
  private readonly costs = new FoldState(0);

  /**
   * @param rows how many there are
   * @param active indices into `problem.free`: the columns of J to fold, in order
   * @param kernel computes the rows; it folds the same columns
   * @param scaling of the residuals that occur once
   */
  constructor(
    private readonly problem: FitProblem,
    readonly rows: number,
    private readonly active: readonly number[],
    private readonly kernel: RowKernel,
    scaling: RowScaling,
  ) {
    const { rowStatements, onceStatements: once } = problem;
    this.residuals = rows * rowStatements + once;
    this.order = problem.order;
    this.robust = !(kernel.linear && scaling.linear);
    this.once = new PanelFold(active.length, scaling, once);
    this.r = new Float64Array(once);
    this.J = new Float64Array(problem.free.length * once);
    this.columns = [...active.map((j) => this.J.subarray(j * once, (j + 1) * once)), this.r];
  }

  /** The cost alone; NaN or infinite where a residual is. */
  cost(p: Float64Array): number {
    const { problem, rows, kernel, costs, r } = this;
    const { rowStatements, onceStatements: once } = problem;
    costs.clear();
    if (rowStatements > 0) fold(rows, costs, (state, from, to) => kernel.cost(state, p, from, to));
    if (once > 0) {
      problem.residualsOnce(p, r);
      costs.addCost(this.once.cost(r, 1, once));
    }
    return costs.cost;
  }

  /**
   * Everything: residuals and derivatives of all rows, folded.
   * @param state is made to hold it, whatever it held
   */
  linearize(p: Float64Array, state: FoldState = new FoldState(this.active.length)): FoldState {
    const { problem, rows, kernel } = this;
    const { rowStatements, onceStatements: once } = problem;
    state.clear();
    if (rowStatements > 0) fold(rows, state, (chunk, from, to) => kernel.linearize(chunk, p, from, to));
    if (once > 0) {
      problem.linearizeOnce(p, this.r, this.J);
      this.once.fold(state, this.columns, 1, once);
    }
    return state;
  }
}

/** All rows into one state, which is cleared: nothing is allocated where they are one chunk. */
function fold(rows: number, state: FoldState, some: (chunk: FoldState, from: number, to: number) => void): void {
  if (rows <= chunkRows) {
    some(state, 0, rows);
    return;
  }
  const total = foldChunks(rows, (from, to) => {
    const chunk = new FoldState(state.n);
    some(chunk, from, to);
    return chunk;
  });
  if (total !== null) state.values.set(total.values);
}

/**
 * The fold of a model's TypeScript kernels.
 * @param scaling what some of the statements are scaled by: their losses, where nothing else is told
 */
export function panelFold(
  problem: FitProblem,
  data: ColumnData,
  rows: number,
  active: readonly number[],
  scaling: (statements: FitProblem["statements"]) => RowScaling = (some) => new RowLosses(problem.losses, some),
): Fold {
  const { statements, rowStatements: m } = problem;
  const kernel = new PanelRows(problem, data, active, scaling(statements.slice(0, m)));
  return new Fold(problem, rows, active, kernel, scaling(statements.slice(m)));
}

import { type ColumnData, type FitProblem, panelRows } from "../problem.js";
import { foldChunks } from "./chunks.js";
import { dot } from "./panel-loops.js";
import { PanelQr } from "./panel-qr.js";
import { RowLosses, type RowScaling } from "./row-loss.js";
import { FoldState } from "./state.js";

/**
 * A model over its data, as a fold over panels of rows. Panels of `panelRows` rows are folded one after another into the
 * state of their chunk, and the chunks merge in one canonical tree. Residuals that occur once are one more panel at the end.
 */
export class Fold {
  /** Residuals in all. */
  readonly residuals: number;
  /** Some residual has a loss that is not linear. */
  readonly robust: boolean;
  /** Chains of parameters, as indices into all of them, that are kept in order. */
  readonly order: FitProblem["order"];
  private readonly qr: PanelQr;
  private readonly rowScaling: RowScaling;
  private readonly onceScaling: RowScaling;
  private readonly r: Float64Array;
  private readonly J: Float64Array;
  /** The active columns of J, and r, as they lie for panels of `placed` residuals. */
  private columns: readonly Float64Array[] = [];
  private placed = -1;
  private readonly influence: Float64Array;
  private readonly scale: Float64Array;
  private readonly slopes: Float64Array;

  /**
   * @param rows the rows of `data`
   * @param active indices into `problem.free`: the columns of J to fold, in order
   * @param scaling what some of the statements are scaled by: their losses, where nothing else is told
   */
  constructor(
    private readonly problem: FitProblem,
    private readonly data: ColumnData,
    readonly rows: number,
    private readonly active: readonly number[],
    scaling: (statements: FitProblem["statements"]) => RowScaling = (some) => new RowLosses(problem.losses, some),
  ) {
    const { rowStatements: m, onceStatements: once, statements } = problem;
    const longest = Math.max(m * panelRows, once);
    this.residuals = rows * m + once;
    this.order = problem.order;
    this.qr = new PanelQr(active.length + 1);
    this.rowScaling = scaling(statements.slice(0, m));
    this.onceScaling = scaling(statements.slice(m));
    this.robust = !(this.rowScaling.linear && this.onceScaling.linear);
    this.J = new Float64Array(problem.free.length * longest);
    this.r = new Float64Array(longest);
    this.influence = new Float64Array(longest);
    this.scale = new Float64Array(longest);
    this.slopes = new Float64Array(active.length);
  }

  /** The cost alone; NaN or infinite where a residual is. */
  cost(p: Float64Array): number {
    const { problem, data, rows, r } = this;
    const total = new FoldState(0);
    if (problem.rowStatements > 0) {
      for (let from = 0; from < rows; from += panelRows) {
        const to = Math.min(from + panelRows, rows);
        problem.residuals(p, data, from, to, r);
        total.addCost(this.panelCost(this.rowScaling, to - from, (to - from) * problem.rowStatements));
      }
    }
    if (problem.onceStatements > 0) {
      problem.residualsOnce(p, r);
      total.addCost(this.panelCost(this.onceScaling, 1, problem.onceStatements));
    }
    return total.cost;
  }

  /** Everything: residuals and derivatives of all rows, folded. */
  linearize(p: Float64Array, into?: FoldState): FoldState {
    const { problem, rows } = this;
    const n = this.active.length;
    const chunk = (from: number, to: number): FoldState => {
      const state = new FoldState(n);
      this.foldRows(state, p, from, to);
      return state;
    };
    into?.clear();
    let total = into ?? new FoldState(n);
    if (problem.rowStatements > 0) { if (rows > 65536) total = foldChunks(rows, chunk) ?? total; else this.foldRows(total, p, 0, rows); }
    if (problem.onceStatements > 0) {
      problem.linearizeOnce(p, this.r, this.J);
      this.foldPanel(total, this.onceScaling, 1, problem.onceStatements);
    }
    return total;
  }

  /** Folds rows `[from, to)` of the data into a state. */
  foldRows(state: FoldState, p: Float64Array, from: number, to: number): void {
    const { problem, data, r, J } = this;
    for (let start = from; start < to; start += panelRows) {
      const end = Math.min(start + panelRows, to);
      problem.linearize(p, data, start, end, r, J);
      this.foldPanel(state, this.rowScaling, end - start, (end - start) * problem.rowStatements);
    }
  }

  private panelCost(scaling: RowScaling, k: number, rows: number): number {
    return scaling.linear ? dot(this.r, this.r, rows) / 2 : scaling.cost(this.r, k);
  }

  private foldPanel(state: FoldState, scaling: RowScaling, k: number, rows: number): void {
    if (rows !== this.placed) this.place(rows);
    const { r, columns, qr, influence, scale, slopes } = this;
    const n = this.active.length;
    if (scaling.linear) {
      qr.measure(columns, rows);
      if (!this.addSums(state, (qr.withLast[n] as number) / 2, qr.withLast, rows)) return;
    } else {
      const cost = scaling.weigh(r, k, influence, scale, columns);
      for (let j = 0; j < n; j++) slopes[j] = dot(influence, columns[j] as Float64Array, rows);
      if (!this.addSums(state, cost, slopes, rows)) return;
      for (let j = 0; j < n; j++) {
        const column = columns[j] as Float64Array;
        for (let i = 0; i < rows; i++) column[i] = (column[i] as number) * (scale[i] as number);
      }
      qr.measure(columns, rows);
    }
    qr.fold(state.R, columns, rows);
  }

  private place(rows: number): void {
    this.columns = [...this.active.map((j) => this.J.subarray(j * rows, (j + 1) * rows)), this.r];
    this.placed = rows;
  }

  /** Adds the cost of a panel and its gradient; false, and the panel is to be left out, where something is not finite. */
  private addSums(state: FoldState, cost: number, slopes: Float64Array, rows: number): boolean {
    state.addCost(cost);
    let finite = Number.isFinite(cost);
    for (let j = 0; j < this.active.length; j++) {
      state.addGradient(j, slopes[j] as number);
      finite &&= Number.isFinite(slopes[j]);
    }
    return finite || !this.countBad(state, rows);
  }

  /** Whether a residual or a derivative is not finite; a sum may have overflowed though none is. */
  private countBad(state: FoldState, rows: number): boolean {
    const bad = (column: Float64Array): number => {
      let count = 0;
      for (let i = 0; i < rows; i++) if (!Number.isFinite(column[i])) count++;
      return count;
    };
    const residuals = bad(this.r);
    const derivatives = this.columns.slice(0, -1).reduce((sum, column) => sum + bad(column), 0);
    state.badResiduals += residuals;
    state.badDerivatives += derivatives;
    return residuals + derivatives > 0;
  }
}

import { dot } from "./panel-loops.js";
import { type PanelColumns, PanelQr } from "./panel-qr.js";
import type { RowScaling } from "./row-loss.js";
import type { FoldState } from "./state.js";

/**
 * Folds panels of rows into states, one after another, as their loss demands. A panel that is not
 * finite is counted and left out.
 */
export class PanelFold {
  private readonly qr: PanelQr;
  private readonly influence: Float64Array;
  private readonly scale: Float64Array;
  private readonly slopes: Float64Array;

  /**
   * @param n the columns of J that are folded
   * @param longest residuals of the longest panel
   */
  constructor(
    private readonly n: number,
    private readonly scaling: RowScaling,
    longest: number,
  ) {
    this.qr = new PanelQr(n + 1);
    this.influence = new Float64Array(scaling.linear ? 0 : longest);
    this.scale = new Float64Array(scaling.linear ? 0 : longest);
    this.slopes = new Float64Array(n);
  }

  /** The cost of the residuals of k rows, `length` in all. */
  cost(r: Float64Array, k: number, length: number): number {
    return this.scaling.linear ? dot(r, r, length) / 2 : this.scaling.cost(r, k);
  }

  /**
   * Adds a panel of k rows to a state, and destroys it.
   * @param columns those of J, and the residuals last: `length` entries of each
   */
  fold(state: FoldState, columns: PanelColumns, k: number, length: number): void {
    const { qr, n } = this;
    if (this.scaling.linear) {
      qr.measure(columns, length);
      if (!this.addSums(state, (qr.withLast[n] as number) / 2, qr.withLast, columns, length)) return;
    } else {
      if (!this.weigh(state, columns, k, length)) return;
      qr.measure(columns, length);
    }
    state.reduce(qr, columns, length);
  }

  /**
   * Adds the cost of a panel and its gradient to a state, and scales its rows.
   * @returns false where something is not finite, and the panel is to be left out
   */
  weigh(state: FoldState, columns: PanelColumns, k: number, length: number): boolean {
    const { n, influence, scale, slopes } = this;
    const cost = this.scaling.weigh(columns[n] as Float64Array, k, influence, scale, columns);
    for (let j = 0; j < n; j++) slopes[j] = dot(influence, columns[j] as Float64Array, length);
    if (!this.addSums(state, cost, slopes, columns, length)) return false;
    for (let j = 0; j < n; j++) {
      const column = columns[j] as Float64Array;
      for (let i = 0; i < length; i++) column[i] = (column[i] as number) * (scale[i] as number);
    }
    return true;
  }

  private addSums(
    state: FoldState,
    cost: number,
    slopes: Float64Array,
    columns: PanelColumns,
    length: number,
  ): boolean {
    state.addCost(cost);
    let finite = Number.isFinite(cost);
    for (let j = 0; j < this.n; j++) {
      state.addGradient(j, slopes[j] as number);
      finite &&= Number.isFinite(slopes[j]);
    }
    // A sum may have overflowed though no residual or derivative is infinite.
    return finite || !this.countBad(state, columns, length);
  }

  /** Whether a residual or a derivative is not finite. */
  private countBad(state: FoldState, columns: PanelColumns, length: number): boolean {
    const bad = (column: Float64Array): number => {
      let count = 0;
      for (let i = 0; i < length; i++) if (!Number.isFinite(column[i])) count++;
      return count;
    };
    const residuals = bad(columns[this.n] as Float64Array);
    const derivatives = columns.slice(0, -1).reduce((sum, column) => sum + bad(column), 0);
    state.addBad(residuals, derivatives);
    return residuals + derivatives > 0;
  }
}

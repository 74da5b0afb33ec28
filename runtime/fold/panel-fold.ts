import { dot } from "./panel-loops.js";
import { type PanelColumns, PanelQr } from "./panel-qr.js";
import type { RowScaling } from "./row-loss.js";
import type { FoldState } from "./state.js";

/**
 * Folds one panel of rows after another into states, scaled by the loss. A panel with non-finite
 * values is counted and left out.
 */
export class PanelFold {
  private readonly qr: PanelQr;
  private readonly influence: Float64Array;
  private readonly scale: Float64Array;
  private readonly slopes: Float64Array;

  /**
   * @param n number of columns of J to fold
   * @param longest number of residuals in the longest panel
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

  /** The cost of the `length` residuals of k rows. */
  cost(r: Float64Array, k: number, length: number): number {
    return this.scaling.linear ? dot(r, r, length) / 2 : this.scaling.cost(r, k);
  }

  /**
   * Adds a panel of k rows to a state. Overwrites the panel.
   * @param columns the columns of J, then the residuals, with `length` entries each
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
   * Adds the cost and the gradient of a panel to a state, and scales the rows of the panel.
   * @returns false if a value is not finite and the panel must be left out
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
    // A sum may overflow even if all residuals and derivatives are finite.
    return finite || !this.countBad(state, columns, length);
  }

  /** Counts non-finite residuals and derivatives, and returns true if there are any. */
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

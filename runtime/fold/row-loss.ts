import type { FitProblem } from "../contract/fit-problem.js";

const epsilon = Number.EPSILON;

/** The loss of one statement. */
type StatementLoss = Pick<FitProblem["statements"][number], "loss" | "lossScale">;

/** What the rows of a panel are scaled by before they are folded. */
export interface RowScaling {
  /** Nothing is scaled, and the cost is half the sum of squares. */
  readonly linear: boolean;
  /** The cost of a panel of k rows. */
  cost(r: Float64Array, k: number): number;
  /**
   * The derivative of the cost by each residual into `influence`, the scale of its row of J into
   * `scale`, and the right-hand side over the residuals themselves.
   * @param columns those of J, as they are before
   * @returns the cost
   */
  weigh(
    r: Float64Array,
    k: number,
    influence: Float64Array,
    scale: Float64Array,
    columns: readonly Float64Array[],
  ): number;
}

/**
 * Robust losses: the cost of a residual r is C^2/2 rho(z), z = (r/C)^2. Its gradient is rho' r
 * dr/dp, and its Gauss-Newton Hessian (rho' + 2 rho'' z) dr/dp dr/dp' (Triggs, McLauchlan, Hartley
 * and Fitzgibbon, Bundle Adjustment, 2000, 4.3). Scaling the row of J by s = sqrt(max(rho' + 2
 * rho'' z, eps)), and r by rho' / s, makes both those of a least-squares problem; the
 * floor is SciPy's.
 */
export class RowLosses implements RowScaling {
  /** No statement has a robust loss. */
  readonly linear: boolean;
  private readonly rho = new Float64Array(3);

  /** @param statements those of the block whose panels are to come */
  constructor(
    private readonly losses: FitProblem["losses"],
    private readonly statements: readonly StatementLoss[],
  ) {
    this.linear = statements.every((statement) => statement.loss < 0);
  }

  /** The sum of C^2/2 rho over the residuals of a panel. */
  cost(r: Float64Array, k: number): number {
    const { rho } = this;
    let total = 0;
    for (let s = 0; s < this.statements.length; s++) {
      const { loss, lossScale } = this.statement(s);
      const rule = this.losses[loss];
      const to = (s + 1) * k;
      let sum = 0;
      if (rule === undefined) {
        for (let i = s * k; i < to; i++) sum += (r[i] as number) * (r[i] as number);
        total += sum / 2;
      } else {
        for (let i = s * k; i < to; i++) {
          rule(((r[i] as number) / lossScale) ** 2, rho);
          sum += rho[0] as number;
        }
        total += (lossScale * lossScale * sum) / 2;
      }
    }
    return total;
  }

  /**
   * The weights of a panel: rho' r into `influence`, s into `scale`, and rho' r / s over the
   * residuals themselves.
   * @returns the sum of C^2/2 rho
   */
  weigh(r: Float64Array, k: number, influence: Float64Array, scale: Float64Array): number {
    const { rho } = this;
    let total = 0;
    for (let s = 0; s < this.statements.length; s++) {
      const { loss, lossScale } = this.statement(s);
      const rule = this.losses[loss];
      const to = (s + 1) * k;
      let sum = 0;
      for (let i = s * k; i < to; i++) {
        const value = r[i] as number;
        if (rule === undefined) {
          sum += value * value;
          influence[i] = value;
          scale[i] = 1;
          continue;
        }
        const z = (value / lossScale) ** 2;
        rule(z, rho);
        sum += rho[0] as number;
        const slope = rho[1] as number;
        const rowScale = Math.sqrt(Math.max(slope + 2 * (rho[2] as number) * z, epsilon));
        influence[i] = slope * value;
        scale[i] = rowScale;
        r[i] = (slope * value) / rowScale;
      }
      total += rule === undefined ? sum / 2 : (lossScale * lossScale * sum) / 2;
    }
    return total;
  }

  private statement(s: number): StatementLoss {
    const statement = this.statements[s];
    if (statement === undefined) throw new Error("fitc bug: a panel has more statements than its model");
    return statement;
  }
}

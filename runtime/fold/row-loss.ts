import type { FitProblem } from "../contract/fit-problem.js";

const epsilon = Number.EPSILON;

/** The loss of one statement. */
type StatementLoss = Pick<FitProblem["statements"][number], "loss" | "lossScale">;

/** Scales the rows of a panel before they are folded. */
export interface RowScaling {
  /** True if nothing is scaled, so that the cost is half the sum of squares. */
  readonly linear: boolean;
  /** The cost of a panel of k rows. */
  cost(r: Float64Array, k: number): number;
  /**
   * Writes the derivative of the cost with respect to each residual to `influence`, and the factor
   * for its row of J to `scale`; overwrites the residuals by the right-hand side.
   * @param columns the columns of J, not yet scaled
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
 * Robust losses. The cost of a residual r is C^2/2 rho(z), z = (r/C)^2. Its gradient is rho' r
 * dr/dp, and its Gauss-Newton Hessian is (rho' + 2 rho'' z) dr/dp dr/dp' (Triggs, McLauchlan,
 * Hartley and Fitzgibbon, Bundle Adjustment, 2000, 4.3). Multiply the row of J by s = sqrt(max(rho'
 * + 2 rho'' z, eps)) and replace r by rho' r / s: then gradient and Hessian are those of a
 * least-squares problem. The floor eps is SciPy's.
 */
export class RowLosses implements RowScaling {
  /** True if no statement has a robust loss. */
  readonly linear: boolean;
  private readonly rho = new Float64Array(3);

  /** @param statements the statements of the block whose panels are to be scaled */
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
   * Writes rho' r to `influence` and s to `scale`, and overwrites the residuals by rho' r / s.
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

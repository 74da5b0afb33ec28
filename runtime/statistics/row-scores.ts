import type { FitProblem } from "../contract/fit-problem.js";
import type { RowScaling } from "../fold/row-loss.js";

type Statements = FitProblem["statements"];

/** Below this slope of its loss a residual has no influence on the fit worth the name. */
const flatSlope = 1e-6;

/** What the fold of one call found on its way. */
export interface CurvatureCounts {
  /** Residuals without influence: the loss is flat there, or falls. */
  flat: number;
  /** Residuals where the loss bends downwards: psi' is negative. */
  falling: number;
}

/**
 * Folds sqrt(psi') J, or sqrt(-psi') J where psi' is negative: the cost is the sum of C^2/2 rho(z), z = (r/C)^2, its slope by a residual
 * psi = rho' r, and psi' = rho' + 2 rho'' z the slope of that. The right-hand side is left at 0.
 */
export class RowCurvature implements RowScaling {
  readonly linear = false;
  private readonly rho = new Float64Array(3);

  /** @param sign 1 for the rows that bend upwards, -1 for the others */
  constructor(
    private readonly losses: FitProblem["losses"],
    private readonly statements: Statements,
    private readonly sign: 1 | -1,
    private readonly counts: CurvatureCounts,
  ) {}

  cost(): number {
    return 0;
  }

  weigh(r: Float64Array, k: number, influence: Float64Array, scale: Float64Array): number {
    const { rho, counts } = this;
    for (const [s, statement] of this.statements.entries()) {
      const loss = this.losses[statement.loss];
      for (let i = s * k; i < (s + 1) * k; i++) {
        const z = ((r[i] as number) / statement.lossScale) ** 2;
        slopesAt(loss, z, rho);
        const slope = (rho[1] as number) + 2 * (rho[2] as number) * z;
        if (!((rho[1] as number) > flatSlope)) counts.flat++;
        if (slope < 0) counts.falling++;
        scale[i] = Math.sqrt(Math.max(this.sign * slope, 0));
        influence[i] = 0;
        r[i] = 0;
      }
    }
    return 0;
  }
}

/** By what the score of row i of the panel is to be multiplied, given the columns of J. */
export type ScoreFactor = (columns: readonly Float64Array[], i: number) => number;

/**
 * Folds |psi| J: the factor of the scatter of the scores psi_i J_i. The residual of a prior has no scatter that the data could
 * tell; its variance is 1, as it declares.
 */
export class RowScores implements RowScaling {
  readonly linear = false;
  private readonly rho = new Float64Array(3);

  /** @param unit the scores are divided by it, so that neither they nor their squares overflow */
  constructor(
    private readonly losses: FitProblem["losses"],
    private readonly statements: Statements,
    private readonly factor: ScoreFactor,
    private readonly unit: number,
  ) {}

  cost(): number {
    return 0;
  }

  weigh(
    r: Float64Array,
    k: number,
    influence: Float64Array,
    scale: Float64Array,
    columns: readonly Float64Array[],
  ): number {
    const { rho } = this;
    for (const [s, statement] of this.statements.entries()) {
      const loss = this.losses[statement.loss];
      for (let i = s * k; i < (s + 1) * k; i++) {
        const value = r[i] as number;
        slopesAt(loss, (value / statement.lossScale) ** 2, rho);
        const score = Math.abs((rho[1] as number) * value);
        scale[i] = (statement.kind === "prior" ? 1 : score * this.factor(columns, i)) / this.unit;
        influence[i] = 0;
        r[i] = 0;
      }
    }
    return 0;
  }
}

/** rho' and rho'' at z, those of linear loss without one. */
function slopesAt(loss: FitProblem["losses"][number] | undefined, z: number, rho: Float64Array): void {
  rho[1] = 1;
  rho[2] = 0;
  loss?.(z, rho);
}

import type { FitProblem } from "../contract/fit-problem.js";
import type { RowScaling } from "../fold/row-loss.js";

type Statements = FitProblem["statements"];

/** A residual has practically no influence on the fit if the slope of its loss is below this. */
const flatSlope = 1e-6;

/** Counts made during the fold. */
export interface CurvatureCounts {
  /** The number of residuals without influence: the loss is flat there, or falls. */
  flat: number;
  /** The number of residuals where the loss bends downwards: psi' is negative. */
  falling: number;
}

/**
 * Folds sqrt(psi') J, or sqrt(-psi') J where psi' is negative. The cost is the sum of C^2/2 rho(z)
 * with z = (r/C)^2, its derivative by a residual is psi = rho' r, and the second derivative is
 * psi' = rho' + 2 rho'' z. The right-hand side stays 0.
 */
export class RowCurvature implements RowScaling {
  readonly linear = false;
  private readonly rho = new Float64Array(3);

  /** @param sign 1 for the rows where the loss bends upwards, -1 for the others */
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

/** The factor of the score of row i of the panel, given the columns of J. */
export type ScoreFactor = (columns: readonly Float64Array[], i: number) => number;

/**
 * Folds |psi| J, which gives the factor of the scatter of the scores psi_i J_i. The data say
 * nothing about the scatter of a prior; its variance is 1, as it declares.
 */
export class RowScores implements RowScaling {
  readonly linear = false;
  private readonly rho = new Float64Array(3);

  /** @param unit a divisor of the scores, so that neither they nor their squares overflow */
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

/** rho' and rho'' at z; those of the linear loss if there is no loss. */
function slopesAt(loss: FitProblem["losses"][number] | undefined, z: number, rho: Float64Array): void {
  rho[1] = 1;
  rho[2] = 0;
  loss?.(z, rho);
}

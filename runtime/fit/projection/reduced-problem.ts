import type { FitProblem } from "../../contract/fit-problem.js";
import type { PreparedData } from "../../data/prepare.js";
import { residualCount } from "../../fold/panels.js";
import type { Bounds } from "../../solvers/bounds.js";
import { chainsOf } from "../../solvers/order.js";
import type { Settings } from "../../solvers/solver.js";
import type { StartValues } from "../../solvers/start-values.js";
import { BasisFold } from "./basis-fold.js";
import { ProjectedObjective } from "./projected-objective.js";

const roughly = 1e-8;
/**
 * The limit on evaluations, times the number of nonlinear parameters plus one. A reduced problem
 * that needs more is harder than the joint problem.
 */
const mostEvals = 200;

/**
 * A fit reduced to the parameters in which its model is nonlinear. Positions are among the active
 * free parameters.
 */
export class ReducedProblem {
  private constructor(
    readonly objective: ProjectedObjective,
    /** The positions of the nonlinear and the linear parameters. */
    private readonly alphas: readonly number[],
    private readonly betas: readonly number[],
  ) {}

  /**
   * @returns null if there is nothing to project, or if the linear parameters are not given by
   *   least squares alone: the loss is not linear, or one of them is kept in order with others
   */
  static of(problem: FitProblem, data: PreparedData, start: StartValues): ReducedProblem | null {
    const { separable, statements, order } = problem;
    if (separable === null || statements.some(({ loss }) => loss >= 0)) return null;
    const isActive = (position: number): boolean => start.active.includes(position);
    const places = (positions: readonly number[]): readonly number[] =>
      positions.filter(isActive).map((position) => start.active.indexOf(position));
    const chosen = (positions: readonly number[]): readonly number[] =>
      positions.flatMap((position, i) => (isActive(position) ? [i] : []));
    const [alphas, betas] = [places(separable.nonlinear), places(separable.linear)];
    const ordered = new Set(order.flat());
    const isOrdered = (j: number): boolean => ordered.has(start.indices[j] as number);
    if (alphas.length === 0 || betas.length === 0 || betas.some(isOrdered)) return null;
    const fold = new BasisFold(
      problem,
      separable,
      data.columns,
      data.rows,
      chosen(separable.linear),
      chosen(separable.nonlinear),
    );
    const indices = alphas.map((j) => start.indices[j] as number);
    const residuals = residualCount(problem, data.rows);
    const chains = chainsOf(order, start.params, indices);
    const objective = new ProjectedObjective(residuals, chains, fold, start.params.slice(), indices, betas.length);
    return new ReducedProblem(objective, alphas, betas);
  }

  /** The entries of a point, scale or bound that belong to the nonlinear parameters. */
  pick(x: Float64Array): Float64Array {
    return Float64Array.from(this.alphas, (j) => x[j] as number);
  }

  bounds({ lower, upper }: Bounds): Bounds {
    return { lower: this.pick(lower), upper: this.pick(upper) };
  }

  /**
   * The settings of the whole fit, with two differences. Only the solver runs, and only to a few
   * digits: the joint steps that follow take care of the last digits and the bounds. And its first
   * step is at most as long as alpha: far from the data the projected cost may be nearly flat, and
   * there MINPACK's step of 100 times that length leaves the basin.
   */
  settings(settings: Settings): Settings {
    return {
      ...settings,
      scipy: true,
      ftol: Math.max(settings.ftol, roughly),
      xtol: Math.max(settings.xtol, roughly),
      maxEvals: Math.min(settings.maxEvals, mostEvals * (this.alphas.length + 1)),
      xScale: settings.xScale === "jac" ? "jac" : this.pick(settings.xScale),
      factor: Math.min(settings.factor, 1),
    };
  }

  /**
   * The whole point: the nonlinear parameters, and the linear ones that are best for them. Null if
   * it is not finite.
   */
  whole(alpha: Float64Array): Float64Array | null {
    const beta = this.objective.beta(alpha);
    if (beta === null) return null;
    const x = new Float64Array(this.alphas.length + this.betas.length);
    for (const [i, j] of this.alphas.entries()) x[j] = alpha[i] as number;
    for (const [i, j] of this.betas.entries()) x[j] = beta[i] as number;
    return x;
  }
}

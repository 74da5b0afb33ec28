import type { FoldState } from "../fold/state.js";
import type { Chain } from "../solvers/order.js";
import type { Objective } from "../solvers/solver.js";
import type { BasisFold } from "./basis-fold.js";
import { Projection } from "./project.js";

/** The cost as a function of alpha alone, beta being always the best for it. */
export class ProjectedObjective implements Objective {
  readonly robust = false;
  /** The last point whose derivatives were asked for, and its beta. */
  private at: Point | null = null;
  /** The last point whose cost was. */
  private ahead: Point | null = null;

  /**
   * @param residuals in all
   * @param chains of the nonlinear parameters that are kept in order
   * @param p all parameters; those at `alphas` are overwritten
   * @param alphas where the nonlinear parameters stand among them
   * @param betas how many linear parameters are solved for
   */
  constructor(
    readonly residuals: number,
    readonly chains: readonly Chain[],
    private readonly fold: BasisFold,
    private readonly p: Float64Array,
    private readonly alphas: readonly number[],
    private readonly betas: number,
  ) {}

  cost(x: Float64Array): number {
    this.ahead = this.evaluate(x);
    return this.ahead?.state.cost ?? Number.POSITIVE_INFINITY;
  }

  linearize(x: Float64Array): FoldState | null {
    this.at = this.ahead !== null && isEqual(this.ahead.x, x) ? this.ahead : this.evaluate(x);
    return this.at?.state ?? null;
  }

  release(): void {}

  /** The linear parameters at a point; null where it is not finite. */
  beta(x: Float64Array): Float64Array | null {
    if (this.at === null || !isEqual(this.at.x, x)) this.at = this.evaluate(x);
    return this.at?.beta ?? null;
  }

  private evaluate(x: Float64Array): Point | null {
    for (const [j, param] of this.alphas.entries()) this.p[param] = x[j] as number;
    const factor = this.fold.fold(this.p);
    if (!factor.finite) return null;
    const projection = new Projection(factor, this.betas);
    const state = projection.state(this.alphas.length, this.fold.derivatives);
    return state.finite ? { x: x.slice(), state, beta: projection.beta } : null;
  }
}

interface Point {
  readonly x: Float64Array;
  readonly state: FoldState;
  readonly beta: Float64Array;
}

function isEqual(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, j) => Object.is(value, b[j]));
}

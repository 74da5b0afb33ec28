import type { FoldState } from "../../fold/state.js";
import type { Chain } from "../../solvers/order.js";
import type { Objective } from "../../solvers/solver.js";
import type { BasisFold } from "./basis-fold.js";
import { Projection } from "./project.js";

/** The cost as a function of alpha alone, with the best beta for each alpha. */
export class ProjectedObjective implements Objective {
  readonly robust = false;
  /**
   * The points evaluated so far, by the bits of x; null for a point that is not finite. A lookup is
   * far cheaper than a pass over the data.
   */
  private readonly points = new Map<string, Point | null>();

  /**
   * @param residuals the number of residuals
   * @param chains the nonlinear parameters that are kept in order
   * @param p all parameters; those at `alphas` are overwritten
   * @param alphas the positions of the nonlinear parameters in `p`
   * @param betas the number of linear parameters that are solved for
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
    return this.at(x)?.state.cost ?? Number.POSITIVE_INFINITY;
  }

  linearize(x: Float64Array): FoldState | null {
    return this.at(x)?.state ?? null;
  }

  /** Keeps the states, because they are stored with their betas. */
  release(): void {}

  /** The linear parameters at a point; null if the point is not finite. */
  beta(x: Float64Array): Float64Array | null {
    return this.at(x)?.beta ?? null;
  }

  private at(x: Float64Array): Point | null {
    const bits = new BigUint64Array(x.slice().buffer).join();
    const known = this.points.get(bits);
    if (known !== undefined) return known;
    const point = this.evaluate(x);
    this.points.set(bits, point);
    return point;
  }

  private evaluate(x: Float64Array): Point | null {
    for (const [j, param] of this.alphas.entries()) this.p[param] = x[j] as number;
    const factor = this.fold.fold(this.p);
    if (!factor.finite) return null;
    const projection = new Projection(factor, this.betas);
    const state = projection.state(this.alphas.length, this.fold.derivatives);
    return state.finite ? { state, beta: projection.beta } : null;
  }
}

interface Point {
  readonly state: FoldState;
  readonly beta: Float64Array;
}

import type { Fold } from "../fold/fold.js";
import type { FoldState } from "../fold/state.js";
import { type Chain, chainsOf, isInOrder } from "./order.js";
import type { Objective } from "./solver.js";

/**
 * A fold as a function of the active free parameters; the others keep their values.
 *
 * Most trial points are accepted, and then need their derivatives too: a trial is linearised at once, which saves the pass
 * for its residuals alone, until two in a row have been rejected.
 */
export class FoldObjective implements Objective {
  readonly residuals: number;
  readonly robust: boolean;
  readonly chains: readonly Chain[];
  private readonly p: Float64Array;
  /** Trial points since the last accepted one. */
  private trials = 0;
  /** The trial point and the state there, where it was linearised at once. */
  private trial: Float64Array | null = null;
  private ahead: FoldState | null = null;

  /**
   * @param params all parameters
   * @param indices where the active free ones stand among them
   */
  constructor(
    private readonly fold: Fold,
    params: Float64Array,
    private readonly indices: readonly number[],
  ) {
    this.residuals = fold.residuals;
    this.robust = fold.robust;
    this.chains = chainsOf(fold.order, params, indices);
    this.p = params.slice();
  }

  /** All parameters, with the active free ones at `x`. */
  params(x: Float64Array): Float64Array {
    for (let j = 0; j < x.length; j++) this.p[this.indices[j] as number] = x[j] as number;
    return this.p;
  }

  cost(x: Float64Array): number {
    if (!isInOrder(this.chains, x)) return Number.POSITIVE_INFINITY;
    const p = this.params(x);
    this.ahead = this.trials++ < 2 ? this.fold.linearize(p) : null;
    this.trial = x;
    const cost = this.ahead === null ? this.fold.cost(p) : this.ahead.badResiduals > 0 ? Number.NaN : this.ahead.cost;
    return Number.isFinite(cost) ? cost : Number.POSITIVE_INFINITY;
  }

  linearize(x: Float64Array): FoldState | null {
    const known = this.trial !== null && x.every((value, j) => value === this.trial?.[j]);
    const state = (known ? this.ahead : null) ?? this.fold.linearize(this.params(x));
    this.ahead = null;
    if (state.finite) this.trials = 0;
    return state.finite ? state : null;
  }
}

import type { Evaluations } from "../fold/evaluations.js";
import type { FoldState } from "../fold/state.js";
import { type Chain, chainsOf, isInOrder } from "./order.js";
import type { Objective } from "./solver.js";

/**
 * A fold as a function of the active free parameters; the other parameters keep their values.
 *
 * Most trial points are accepted, and then their derivatives are needed too. A trial point is
 * therefore linearised at once, which saves the pass for the residuals alone, until two trial
 * points in a row have been rejected.
 *
 * `compiler/backends/wasm/lm/evaluate.ts` does the same in WebAssembly (see `Lm`).
 */
export class FoldObjective implements Objective {
  readonly robust: boolean;
  readonly chains: readonly Chain[];
  private readonly p: Float64Array;
  /** The number of trial points since the last accepted one. */
  private trials = 0;
  /** The trial point that was linearised at once, and the state there; null if there is none. */
  private readonly trial: Float64Array;
  private ahead: FoldState | null = null;
  /** States that can be reused. */
  private readonly spare: FoldState[] = [];

  /**
   * @param params all parameters
   * @param indices the positions of the active free parameters in `params`
   */
  constructor(
    private readonly fold: Evaluations,
    params: Float64Array,
    private readonly indices: readonly number[],
  ) {
    this.robust = fold.robust;
    this.chains = chainsOf(fold.order, params, indices);
    this.p = params.slice();
    this.trial = new Float64Array(indices.length);
  }

  get residuals(): number {
    return this.fold.residuals;
  }

  /** Starts over with other parameter values, when the fold has been given other data. */
  restart(params: Float64Array): void {
    this.forget();
    this.trials = 0;
    this.p.set(params);
  }

  /** All parameters, with the active free ones set to `x`. */
  params(x: Float64Array): Float64Array {
    for (let j = 0; j < x.length; j++) this.p[this.indices[j] as number] = x[j] as number;
    return this.p;
  }

  cost(x: Float64Array): number {
    this.forget();
    if (this.chains.length > 0 && !isInOrder(this.chains, x)) return Number.POSITIVE_INFINITY;
    const p = this.params(x);
    let cost: number;
    if (this.trials++ < 2) {
      const state = this.fold.linearize(p, this.spare.pop());
      this.ahead = state;
      for (let j = 0; j < x.length; j++) this.trial[j] = x[j] as number;
      cost = state.badResiduals > 0 ? Number.NaN : state.cost;
    } else cost = this.fold.cost(p);
    return Number.isFinite(cost) ? cost : Number.POSITIVE_INFINITY;
  }

  linearize(x: Float64Array): FoldState | null {
    const state = this.known(x) ?? this.fold.linearize(this.params(x), this.spare.pop());
    this.ahead = null;
    if (!state.finite) {
      this.release(state);
      return null;
    }
    this.trials = 0;
    return state;
  }

  release(state: FoldState): void {
    this.spare.push(state);
  }

  /** The state at `x` if `x` was linearised as a trial point, else null. */
  private known(x: Float64Array): FoldState | null {
    if (this.ahead === null) return null;
    for (let j = 0; j < x.length; j++) {
      if (x[j] !== this.trial[j]) {
        this.forget();
        return null;
      }
    }
    return this.ahead;
  }

  /** Discards the trial point. */
  private forget(): void {
    if (this.ahead !== null) this.release(this.ahead);
    this.ahead = null;
  }
}

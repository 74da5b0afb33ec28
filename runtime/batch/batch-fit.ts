import { leastCost } from "../fold/least-cost.js";
import type { RowKernel } from "../fold/row-kernel.js";
import { FoldState } from "../fold/state.js";
import type { Bounds } from "../solvers/bounds.js";
import { Descent } from "../solvers/descent.js";
import { startInside } from "../solvers/minimize.js";
import { FoldObjective } from "../solvers/objective.js";
import { mostPromised, stationary } from "../solvers/promised-reduction.js";
import type { Outcome } from "../solvers/solver.js";
import { comesThroughData, isThroughData } from "../solvers/through-data.js";
import { isExact } from "../solvers/trust-region.js";
import { InverseFactor } from "../statistics/inverse-factor.js";
import { reducedChi2, residualVariance } from "../statistics/residual-variance.js";
import type { BatchPlan } from "../threads/protocol.js";
import { PackedRows } from "./packed-rows.js";
import type { WasmLm } from "./wasm-lm.js";
import { Window } from "./window.js";

/**
 * Fits one data set after another in the same workspaces, with the results that `fit` gives for a
 * linear loss from one start, to the bit. A fit is left to `fit` itself if it needs more than the
 * solver or if it ends with an ill-conditioned Jacobian. The fields describe the last fit.
 */
export class BatchFit {
  /** The free parameters and their standard errors. */
  readonly x: Float64Array;
  readonly stderr: Float64Array;
  status = 0;
  cost = 0;
  reducedChi2 = 0;
  dof = 0;
  nfev = 0;
  private readonly params: Float64Array;
  private readonly window: Window;
  private readonly objective: FoldObjective;
  private readonly descent: Descent;
  private readonly first: FoldState;
  private readonly bounds: Bounds;
  private readonly inverse: InverseFactor;
  private readonly wasm: { readonly rows: PackedRows; readonly lm: WasmLm } | null;

  constructor(
    private readonly plan: BatchPlan,
    kernel: RowKernel,
  ) {
    const { indices, params, rowStatements, settings } = plan;
    const n = indices.length;
    this.x = new Float64Array(n);
    this.stderr = new Float64Array(n);
    this.window = new Window(kernel, rowStatements, n);
    this.params = new Float64Array(params);
    this.objective = new FoldObjective(this.window, this.params, indices);
    this.first = new FoldState(n);
    this.descent = new Descent(n, settings.method);
    this.bounds = { lower: new Float64Array(n), upper: new Float64Array(n) };
    this.inverse = new InverseFactor(n);
    const lm = kernel instanceof PackedRows ? kernel.lm(settings) : null;
    this.wasm = kernel instanceof PackedRows && lm !== null ? { rows: kernel, lm } : null;
  }

  /**
   * @param from the first row of the data set, whose rows are `[from, to)`
   * @param starts for each parameter the start value, the lower bound and the upper bound,
   *   beginning at index `at`
   * @param residuals number of residuals that count
   * @returns false if the fit is left to `fit`
   */
  run(from: number, to: number, starts: Float64Array, at: number, residuals: number): boolean {
    const { window, objective, descent, first, bounds, plan, params, wasm } = this;
    const { indices, settings } = plan;
    const n = indices.length;
    if (residuals < n) return false;
    for (let j = 0; j < params.length; j++) params[j] = starts[at + 3 * j] as number;
    for (let j = 0; j < n; j++) {
      const place = at + 3 * (indices[j] as number);
      this.x[j] = starts[place] as number;
      bounds.lower[j] = starts[place + 1] as number;
      bounds.upper[j] = starts[place + 2] as number;
    }
    if (wasm?.rows.fit(wasm.lm, params, from, to)) {
      const { firstCost } = wasm.lm;
      return firstCost >= leastCost && this.settle(wasm.lm, firstCost, residuals);
    }
    window.move(from, to);
    objective.restart(params);
    const x = startInside(this.x, bounds, settings);
    window.linearize(objective.params(x), first);
    if (!first.finite || !(first.cost >= leastCost)) return false;
    const regular = descent.run(objective, { x, state: first }, bounds, settings);
    const settled = regular && this.settle(descent, first.cost, residuals);
    if (descent.state !== first) objective.release(descent.state);
    return settled;
  }

  /** Takes the result of the solver; returns false if there is any doubt about it. */
  private settle(end: Outcome, firstCost: number, residuals: number): boolean {
    const { inverse, plan } = this;
    const { x, state, stoppedBy } = end;
    const { cost } = state;
    const n = x.length;
    if (!(cost >= leastCost) || (stoppedBy === "precision" && isExact(cost, firstCost))) return false;
    // If the fit may have stalled, `fit` has more to do.
    if (!(mostPromised(state) <= stationary / 2 || comesThroughData(x, state, firstCost))) return false;
    // A fit through the data may have columns that are nothing but rounding.
    if (isThroughData(x, state)) return false;
    if (!inverse.take(state)) return false;
    const dof = residuals - n;
    const chi2 = 2 * cost;
    const variance = residualVariance(chi2, dof, plan.absolute);
    if (!Number.isFinite(variance)) return false;
    const deviation = Math.sqrt(variance);
    for (let j = 0; j < n; j++) {
      this.x[j] = x[j] as number;
      this.stderr[j] = inverse.standardError(j, deviation);
    }
    this.status = end.status;
    this.cost = cost;
    this.dof = dof;
    this.reducedChi2 = reducedChi2(chi2, dof) ?? Number.NaN;
    this.nfev = end.nfev;
    return true;
  }
}

import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import type { Fold } from "../fold/fold.js";
import { modelFold } from "../fold/model-fold.js";
import type { Bounds } from "../solvers/bounds.js";
import { minimize, startInside } from "../solvers/minimize.js";
import { FoldObjective } from "../solvers/objective.js";
import { solverSettings } from "../solvers/settings.js";
import type { Settings } from "../solvers/solver.js";
import { uncertaintyOf } from "../statistics/uncertainty.js";
import type { FittedModel } from "./fitted-model.js";

/** Where a refit ended. */
export interface Refit {
  /** All parameters. */
  readonly params: Float64Array;
  readonly cost: number;
  readonly nfev: number;
  readonly converged: boolean;
  /** The data determine every parameter that is not on a bound, and none has run off. */
  readonly determined: boolean;
}

/** A parameter has run off if its column of J has shrunk to this fraction. */
const vanishing = 1e-6;

/**
 * The limit on evaluations, times the number of parameters plus one. A refit begins near its end,
 * so that one that does not get there has no minimum.
 */
const evaluations = 200;

/**
 * Refits the model of a finished fit to other data, or with some parameters fixed, by the same
 * solver from a given point. It uses the default tolerances rather than those of the fit, because
 * results computed from refits are only as good as the refits.
 */
export class LocalFit {
  private readonly fold: Fold;
  private readonly indices: readonly number[];
  private readonly bounds: Bounds;
  private readonly settings: Settings;

  /**
   * @param problem the model, perhaps with changed or added residuals
   * @param data its columns, of length `rows`
   * @param free the positions of the fit's free parameters that may move
   */
  constructor(problem: FitProblem, data: ColumnData, rows: number, model: FittedModel, free: readonly number[]) {
    const pick = <T>(values: ArrayLike<T>): T[] => free.map((j) => values[j] as T);
    this.fold = modelFold(problem, data, rows, pick(model.active));
    this.indices = pick(model.indices);
    this.bounds = {
      lower: Float64Array.from(pick(model.bounds.lower)),
      upper: Float64Array.from(pick(model.bounds.upper)),
    };
    const plain = { params: problem.params, solver: { method: problem.solver.method, explicit: true } };
    this.settings = solverSettings(plain, { maxEvals: evaluations * (free.length + 1) }, this.indices);
  }

  /** @returns null if the model is not finite at `start` */
  from(start: Float64Array): Refit | null {
    const { fold, indices, bounds, settings } = this;
    if (indices.length === 0) {
      const cost = fold.cost(start);
      return Number.isFinite(cost) ? { params: start.slice(), cost, nfev: 1, converged: true, determined: true } : null;
    }
    const inside = Float64Array.from(indices, (param, j) =>
      Math.min(Math.max(start[param] as number, bounds.lower[j] as number), bounds.upper[j] as number),
    );
    const x = startInside(inside, bounds, settings);
    const objective = new FoldObjective(fold, start, indices);
    const state = fold.linearize(objective.params(x));
    if (!state.finite) return null;
    const steps = minimize(objective, { x, state }, bounds, settings);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { outcome, active } = step.value;
    const { cost } = outcome.state;
    const kept = indices.flatMap((_, j) => (active[j] === 0 ? [j] : []));
    return {
      params: objective.params(outcome.x).slice(),
      cost,
      nfev: outcome.nfev,
      converged: outcome.status > 0 && Number.isFinite(cost),
      determined:
        uncertaintyOf(outcome.state, kept).rank === kept.length &&
        kept.every((j) => outcome.state.columnNorm(j) > vanishing * state.columnNorm(j)),
    };
  }
}

import type { Iteration } from "../../api/fit-options.js";
import type { FoldState } from "../../fold/state.js";
import type { Bounds } from "../../solvers/bounds.js";
import { minimize, startInside } from "../../solvers/minimize.js";
import { withoutNoiseColumns } from "../../solvers/noise-columns.js";
import { promisedReduction, stationary } from "../../solvers/promised-reduction.js";
import type { Minimum, Objective, Settings, StartPoint } from "../../solvers/solver.js";
import { Tally } from "../../solvers/tally.js";
import { isThroughData } from "../../solvers/through-data.js";
import { uncertaintyOf } from "../../statistics/uncertainty.js";
import type { ReducedProblem } from "./reduced-problem.js";

type Steps = Generator<Iteration, Minimum, "stop" | undefined>;

/** The facts that decide whether a fit goes through the reduced problem. */
export interface SeparableFit {
  /** Null if the problem cannot be reduced. */
  readonly reduced: ReducedProblem | null;
  /** Some linear parameter has no start value of its own. */
  readonly startless: boolean;
  /** The spec or the call limits the number of evaluations. */
  readonly limited: boolean;
}

/**
 * One local fit of a model that is linear in some parameters. The reduced problem, which needs no
 * start values for these, is fitted first if some of them have none, and also after a fit of all
 * parameters together has failed. In either case the last steps fit all parameters together, so
 * that the result is the same.
 */
export function* minimizeSeparable(
  { reduced, startless, limited }: SeparableFit,
  objective: Objective,
  start: StartPoint,
  bounds: Bounds,
  settings: Settings,
): Steps {
  const tally = new Tally(limited ? settings.maxEvals : Number.POSITIVE_INFINITY);
  // The linear solve that gave the linear parameters their start values.
  if (startless) tally.count(1, 0);
  if (reduced === null || settings.scipy) return yield* tally.run(minimize(objective, start, bounds, settings));

  const failed = (found: Minimum): boolean => !tally.isUsedUp && hasFailed(found, start);
  if (!startless) {
    const found = yield* tally.run(minimize(objective, start, bounds, settings));
    if (!failed(found)) return found;
    const projected = yield* byProjection(reduced, tally, objective, start, bounds, settings);
    return projected === null ? found : tally.total(better(projected, found));
  }
  tally.count(1, 1);
  const projected = yield* byProjection(reduced, tally, objective, start, bounds, settings);
  if (projected !== null && !failed(projected)) return projected;
  const found = yield* tally.run(minimize(objective, start, bounds, tally.rest(settings)));
  return projected === null ? found : tally.total(better(projected, found));
}

/**
 * Fits the reduced problem, then all parameters from its end. Null if the reduced fit cannot begin,
 * or does not end at a finite point.
 */
export function* byProjection(
  reduced: ReducedProblem,
  tally: Tally,
  objective: Objective,
  start: StartPoint,
  bounds: Bounds,
  settings: Settings,
): Generator<Iteration, Minimum | null, "stop" | undefined> {
  const alpha = reduced.pick(start.x);
  const state = reduced.objective.linearize(alpha);
  if (state === null) return null;
  const own = tally.rest(reduced.settings(settings));
  const box = reduced.bounds(bounds);
  const clean = withoutNoiseColumns(reduced.objective, { x: alpha, state }, box);
  const steps = minimize(reduced.objective, clean, box, own);
  const found = yield* tally.run(steps, (x) => reduced.whole(x) ?? start.x);
  const best = reduced.whole(found.outcome.x);
  if (best === null) return null;
  // The reduced problem ignores the bounds of the linear parameters.
  const within = best.map((value, j) =>
    Math.min(Math.max(value, bounds.lower[j] as number), bounds.upper[j] as number),
  );
  const x = startInside(within, bounds, settings);
  const whole = Number.isFinite(objective.cost(x)) ? objective.linearize(x) : null;
  if (whole === null) return null;
  if (found.outcome.status <= 0) {
    return { ...found, outcome: { ...found.outcome, x, state: whole }, active: new Int8Array(x.length) };
  }
  const { reference = start.state.cost, origin = start } = start;
  const from = { x, state: whole, reference, origin };
  return yield* tally.run(minimize(objective, from, bounds, tally.rest(settings)));
}

/**
 * Whether a fit did not converge, stopped where Gauss-Newton promises a reduction, or ended where
 * the data determine fewer parameters than at its start.
 */
function hasFailed({ outcome, active, regular }: Minimum, start: StartPoint): boolean {
  const { stoppedBy, status, state } = outcome;
  if (stoppedBy === "caller") return false;
  if (status <= 0) return true;
  if (regular) return false;
  const all = Array.from(active, (_, j) => j);
  const kept = all.filter((j) => active[j] === 0);
  if (!isThroughData(outcome.x, state) && promisedReduction(outcome.x, state, kept) > stationary) return true;
  const rankOf = (at: FoldState, some: readonly number[]): number => uncertaintyOf(at, some).rank;
  return rankOf(state, kept) < Math.min(rankOf(start.state, all), kept.length);
}

/** The fit that converged; if both or neither did, the one of lower cost. */
function better(first: Minimum, second: Minimum): Minimum {
  const [a, b] = [first.outcome, second.outcome];
  if (a.status > 0 !== b.status > 0) return a.status > 0 ? first : second;
  return b.state.cost < a.state.cost ? second : first;
}

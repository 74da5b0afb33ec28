import type { Iteration } from "../../api/fit-options.js";
import type { FoldState } from "../../fold/state.js";
import type { Bounds } from "../../solvers/bounds.js";
import { minimize, startInside } from "../../solvers/minimize.js";
import type { Minimum, Objective, Settings, StartPoint } from "../../solvers/solver.js";
import { Tally } from "../../solvers/tally.js";
import { mostPromised, promisedReduction, stationary } from "../../statistics/promised-reduction.js";
import { isThroughData } from "../../statistics/through-data.js";
import { uncertaintyOf } from "../../statistics/uncertainty.js";
import type { ReducedProblem } from "./reduced-problem.js";

type Steps = Generator<Iteration, Minimum, "stop" | undefined>;

/** What of a fit decides whether it goes by way of the reduced problem. */
export interface SeparableFit {
  /** Null where there is none. */
  readonly reduced: ReducedProblem | null;
  /** Some linear parameter has no start value of its own. */
  readonly startless: boolean;
  /** The spec or the call limits the evaluations. */
  readonly limited: boolean;
}

/**
 * One local fit of a model that is linear in some parameters. Where some of these have no start value, the reduced problem is
 * fitted first, for it needs none; and also where a fit of all parameters together has failed. Whatever the way there, the last
 * steps are those of all parameters together, so that the result is the same.
 */
export function* minimizeSeparable(
  { reduced, startless, limited }: SeparableFit,
  objective: Objective,
  start: StartPoint,
  bounds: Bounds,
  settings: Settings,
): Steps {
  const tally = new Tally(limited ? settings.maxEvals : Number.POSITIVE_INFINITY);
  // The solution that the start values of the linear parameters come from.
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

/** Fits the reduced problem, then all parameters from there. Null where it cannot begin, or does not end at a finite point. */
function* byProjection(
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
  const steps = minimize(reduced.objective, { x: alpha, state }, reduced.bounds(bounds), own);
  const found = yield* tally.run(steps, (x) => reduced.whole(x) ?? start.x);
  const best = reduced.whole(found.outcome.x);
  if (best === null) return null;
  // Until here the linear parameters know nothing of their bounds.
  const within = best.map((value, j) =>
    Math.min(Math.max(value, bounds.lower[j] as number), bounds.upper[j] as number),
  );
  const x = startInside(within, bounds, settings);
  const whole = Number.isFinite(objective.cost(x)) ? objective.linearize(x) : null;
  if (whole === null) return null;
  if (found.outcome.status <= 0) {
    return { ...found, outcome: { ...found.outcome, x, state: whole }, active: new Int8Array(x.length) };
  }
  return yield* tally.run(minimize(objective, { x, state: whole }, bounds, tally.rest(settings)));
}

/** A fit that did not converge, that stopped where the cost still falls, or at whose end the data determine less than at its start. */
function hasFailed({ outcome, active, regular }: Minimum, start: StartPoint): boolean {
  const { stoppedBy, status, state, x } = outcome;
  if (stoppedBy === "caller") return false;
  if (status <= 0) return true;
  if (regular && mostPromised(state) <= stationary / 2) return false;
  const all = Array.from(active, (_, j) => j);
  const kept = all.filter((j) => active[j] === 0);
  if (!isThroughData(x, state) && promisedReduction(state, kept) > stationary) return true;
  const rankOf = (at: FoldState, some: readonly number[]): number => uncertaintyOf(at, some).rank;
  return rankOf(state, kept) < Math.min(rankOf(start.state, all), kept.length);
}

/** The one that converged; of two that did, or did not, the one of lower cost. */
function better(first: Minimum, second: Minimum): Minimum {
  const [a, b] = [first.outcome, second.outcome];
  if (a.status > 0 !== b.status > 0) return a.status > 0 ? first : second;
  return b.state.cost < a.state.cost ? second : first;
}

import { below } from "../../math/dense/small-arrays.js";
import type { Iteration } from "../api/fit-options.js";
import { activeBounds, type Bounds, isUnbounded, strictlyInside } from "./bounds.js";
import { Descent, stepSolver } from "./descent.js";
import { type Iterates, iterates } from "./iterates.js";
import { beside, numericalRank } from "./rank-loss.js";
import { solveOrdered } from "./solve-ordered.js";
import type { Minimum, Objective, Settings, StartPoint, StepSolver } from "./solver.js";
import { Tally } from "./tally.js";

/** How far inside its bounds a fit starts, as in SciPy. */
const interiorStep = 1e-10;

/**
 * The point from which `minimize` may start. For `trf`, whose iterates never lie on a bound, it is
 * strictly inside the bounds.
 */
export function startInside(x: Float64Array, bounds: Bounds, settings: Settings): Float64Array {
  return settings.method !== "trf" || isUnbounded(bounds) ? x : strictlyInside(x, bounds, interiorStep);
}

/**
 * One local fit: the solver that the settings name, and what follows it. Under SciPy's rules
 * nothing follows. Otherwise the end point is snapped onto its active bounds and polished, and a
 * fit that ended in a rank loss is repeated from near its start.
 */
export function* minimize(objective: Objective, start: StartPoint, bounds: Bounds, settings: Settings): Steps {
  if (settings.scipy) {
    const solver = stepSolver(settings.method, start.x.length);
    const outcome = yield* solve(solver, objective, start, bounds, settings);
    // SciPy's `active_mask`: trf stops short of a bound, dogbox can end on it.
    const tolerance = settings.method === "dogbox" ? 0 : settings.xtol;
    return { outcome, active: activeBounds(outcome.x, bounds, tolerance), restarted: false, regular: false };
  }
  const tally = new Tally(settings.maxEvals);
  const first = yield* tally.run(descend(objective, start, bounds, settings));
  if (first.regular) return first;
  const left = yield* leaveRankLoss(tally, objective, start, first, bounds, settings);
  return tally.total(left);
}

type Steps = Generator<Iteration, Minimum, "stop" | undefined>;

/** Runs the solver and, if it converged, snaps and polishes. */
function* descend(objective: Objective, start: StartPoint, bounds: Bounds, settings: Settings): Steps {
  const descent = new Descent(start.x.length, settings.method);
  const outcome = yield* solve(descent.solver, objective, start, bounds, settings);
  descent.finish(outcome, objective, start, bounds, settings);
  return descent.minimum();
}

/** Runs the solver, in coordinates that keep the order of the parameters if they have one. */
function solve(
  solver: StepSolver,
  objective: Objective,
  start: StartPoint,
  bounds: Bounds,
  settings: Settings,
): Iterates {
  const { chains = [] } = objective;
  if (chains.length > 0) return solveOrdered(solver, chains, objective, start, bounds, settings);
  return iterates(solver, objective, start, bounds, settings);
}

/** How far from the start the successive restarts after a rank loss begin. */
const strengths = [0.1, 0.3, 1];
/**
 * The evaluations that a restart may take, times the number of parameters plus one: SciPy's
 * default. It limits a restart that makes hardly any progress.
 */
const evaluations = 100;
/** A cost up to this fraction of the cost at the start counts as 0: there is no lower one. */
const exact = Number.EPSILON ** 2;
/** Costs that differ by at most this fraction belong to the same minimum. */
const same = 1e-9;

function freeAt({ active }: Minimum): readonly number[] {
  return below(active.length, (j) => active[j] === 0);
}

function hasRankLoss(end: Minimum, start: StartPoint): boolean {
  const free = freeAt(end);
  return numericalRank(end.outcome.state, start.state, free) < free.length;
}

/**
 * After a rank loss, restarts from near the start until a fit reaches a lower cost. Otherwise
 * returns the first end.
 */
function* leaveRankLoss(
  tally: Tally,
  objective: Objective,
  start: StartPoint,
  first: Minimum,
  bounds: Bounds,
  settings: Settings,
): Steps {
  const { state, status } = first.outcome;
  if (status <= 0 || state.cost <= exact * start.state.cost) return first;
  if (!hasRankLoss(first, start)) return first;
  const free = freeAt(first);
  for (const [attempt, strength] of strengths.entries()) {
    if (tally.isUsedUp) break;
    const x = startInside(beside(start, bounds, strength, attempt), bounds, settings);
    const there = Number.isFinite(objective.cost(x)) ? objective.linearize(x) : null;
    // If the rank is no higher at the new point, the model itself does not determine the
    // parameters.
    if (there === null || numericalRank(state, there, free) >= numericalRank(there, there, free)) {
      tally.count(1, 1);
      if (there === null) continue;
      break;
    }
    const rest = tally.rest(settings);
    const few = { ...rest, maxEvals: Math.min(rest.maxEvals, evaluations * (x.length + 1)) };
    const next = yield* tally.run(descend(objective, { x, state: there }, bounds, few));
    const { cost } = next.outcome.state;
    const isBetter = cost < state.cost * (1 - same);
    if (next.outcome.stoppedBy === "caller") {
      const { stoppedBy, status } = next.outcome;
      return isBetter ? { ...next, restarted: true } : { ...first, outcome: { ...first.outcome, stoppedBy, status } };
    }
    if (isBetter && next.outcome.status > 0) return { ...next, restarted: true };
    // The same minimum was reached, but with determined parameters: stop. After another rank loss a
    // longer move may still help.
    if (cost <= state.cost * (1 + same) && !hasRankLoss(next, start)) break;
  }
  return first;
}

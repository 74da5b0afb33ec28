import { below } from "../../math/dense/small-arrays.js";
import type { Iteration } from "../api/fit-options.js";
import { isExactCost, judge, type Verdict } from "./backing.js";
import { activeBounds, type Bounds, isUnbounded, strictlyInside } from "./bounds.js";
import { Descent, stepSolver } from "./descent.js";
import { type Iterates, iterates } from "./iterates.js";
import { withoutNoiseColumns } from "./noise-columns.js";
import { meeting } from "./order.js";
import { beside, numericalRank } from "./rank-loss.js";
import { rescaled } from "./rescale.js";
import { isByLooseTolerance } from "./settings.js";
import { solveOrdered } from "./solve-ordered.js";
import type { Minimum, Objective, Settings, StartPoint, StepSolver } from "./solver.js";
import { Tally } from "./tally.js";
import { isThroughData } from "./through-data.js";

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
 * nothing follows. Otherwise the end point is snapped onto its active bounds and polished. If
 * nothing backs the claim that it has converged (see `backing.ts`), the solver continues with a
 * corrected scale; if that does not help, or the fit ended in a rank loss, it is repeated from near
 * its start. An end that is not backed even then is not a success.
 */
export function* minimize(objective: Objective, start: StartPoint, bounds: Bounds, settings: Settings): Steps {
  if (settings.scipy) {
    const solver = stepSolver(settings.method, start.x.length);
    const outcome = yield* solve(solver, objective, start, bounds, settings);
    // SciPy's `active_mask`: trf stops short of a bound, dogbox can end on it.
    const tolerance = settings.method === "dogbox" ? 0 : settings.xtol;
    const active = activeBounds(outcome.x, bounds, tolerance);
    return { outcome, active, restarted: false, doubtful: false, regular: false };
  }
  const tally = new Tally(settings.maxEvals);
  const clean = withoutNoiseColumns(objective, start, bounds);
  let first = yield* tally.run(descend(objective, clean, bounds, settings));
  if (first.regular && clean === start) return first;
  let from = start;
  while (isLeftOver(first, from) && !tally.isUsedUp) {
    from = { x: first.outcome.x, state: first.outcome.state };
    first = yield* tally.run(descend(objective, from, bounds, tally.rest(settings)));
  }
  const begun = from === start ? start : { ...start, reference: from.state.cost };
  const fit: LocalFit = { objective, start: begun, bounds, settings, tally };
  const judged = { end: first, verdict: verdictOn(fit, first) };
  const further = judged.verdict === "stalled" ? yield* continueRescaled(fit, judged) : judged;
  const { end, verdict } = yield* leaveBadEnd(fit, further);
  const outcome = verdict === "backed" ? end.outcome : { ...end.outcome, status: -1, stoppedBy: verdict };
  return tally.total({ ...end, outcome, doubtful: clean !== start || judged.verdict !== "backed" });
}

/**
 * Whether a cost looks like rounding only because that at the start is so high: an exponential can
 * start at 1e100. The fit then goes on from there.
 */
function isLeftOver({ outcome: { x, state, status } }: Minimum, start: StartPoint): boolean {
  return status > 0 && state.cost > 0 && isExactCost(state.cost, start) && !isThroughData(x, state);
}

type Steps = Generator<Iteration, Minimum, "stop" | undefined>;

/** A local fit, whose parts share the limit on evaluations. */
interface LocalFit {
  readonly objective: Objective;
  readonly start: StartPoint;
  readonly bounds: Bounds;
  readonly settings: Settings;
  readonly tally: Tally;
}

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

/**
 * Whether the end is backed. The end of a solver that did not converge needs no backing, because it
 * claims nothing. A stop by a tolerance that is looser than the default is what the caller asked
 * for. Parameters that only their order keeps apart do not move.
 */
function verdictOn({ objective, start, bounds, settings, tally }: LocalFit, { outcome, active }: Minimum): Verdict {
  const { x, state, status, stoppedBy } = outcome;
  if (status <= 0) return "backed";
  const met = meeting(objective.chains ?? [], x);
  const kept = below(active.length, (j) => active[j] === 0 && !met.has(j));
  const { verdict, nfev, njev } = judge(objective, start, { x, state }, kept, bounds, settings.ftol);
  tally.count(nfev, njev);
  return verdict === "stalled" && isByLooseTolerance(stoppedBy, settings) ? "backed" : verdict;
}

/** The number of times that a fit continues with a corrected scale. */
const rescalings = 3;
/** A fit that continues has to reduce the cost by this fraction, or it ends there. */
const progress = 1e-6;

/** The end of a fit, and what stands behind it. */
interface Judged {
  readonly end: Minimum;
  readonly verdict: Verdict;
}

/** Continues a fit that has stalled, with a scale that also counts columns of J farther away. */
function* continueRescaled(fit: LocalFit, first: Judged): Generator<Iteration, Judged, "stop" | undefined> {
  const { objective, bounds, settings, tally } = fit;
  let best = first;
  for (let k = 0; k < rescalings && best.verdict === "stalled" && !tally.isUsedUp; k++) {
    const { x, state } = best.end.outcome;
    const from = rescaled(objective, { x, state }, bounds);
    tally.count(from.evaluations, from.evaluations);
    const next = yield* tally.run(descend(objective, from.start, bounds, tally.rest(settings)));
    const { cost } = next.outcome.state;
    if (next.outcome.stoppedBy === "caller") return { end: next, verdict: "backed" };
    if (!(cost <= state.cost)) break;
    if (next.outcome.status > 0) best = { end: next, verdict: verdictOn(fit, next) };
    if (!(cost < state.cost * (1 - progress))) break;
  }
  return best;
}

/** How far from the start the successive restarts begin. */
const strengths = [0.1, 0.3, 1];
/**
 * The evaluations that a restart may take, times the number of parameters plus one: SciPy's
 * default. It limits a restart that makes hardly any progress.
 */
const evaluations = 100;
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
 * After a rank loss, and after an end that is not backed, restarts from near the start until a fit
 * reaches a lower cost. Otherwise returns the first end.
 */
function* leaveBadEnd(fit: LocalFit, first: Judged): Generator<Iteration, Judged, "stop" | undefined> {
  const { objective, start, bounds, settings, tally } = fit;
  const { state, status } = first.end.outcome;
  if (status <= 0 || isExactCost(state.cost, start)) return first;
  const hasLostRank = hasRankLoss(first.end, start);
  if (!hasLostRank && first.verdict === "backed") return first;
  const free = freeAt(first.end);
  for (const [attempt, strength] of strengths.entries()) {
    if (tally.isUsedUp) break;
    const x = startInside(beside(start, bounds, strength, attempt), bounds, settings);
    const there = Number.isFinite(objective.cost(x)) ? objective.linearize(x) : null;
    // If the rank is no higher at the new point, the model itself does not determine the
    // parameters.
    if (there === null || (hasLostRank && numericalRank(state, there, free) >= numericalRank(there, there, free))) {
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
      const end = isBetter
        ? { ...next, restarted: true }
        : { ...first.end, outcome: { ...first.end.outcome, stoppedBy, status } };
      return { end, verdict: "backed" };
    }
    if (isBetter && next.outcome.status > 0) {
      const verdict = verdictOn(fit, next);
      if (verdict === "backed" || first.verdict !== "backed") return { end: { ...next, restarted: true }, verdict };
    }
    // The same minimum was reached, but with determined parameters: stop. After another rank loss a
    // longer move may still help.
    if (cost <= state.cost * (1 + same) && !hasRankLoss(next, start)) break;
  }
  return first;
}

import type { Iteration } from "../result.js";
import type { Bounds } from "../solvers/bounds.js";
import { type Minimum, minimize, startInside } from "../solvers/minimize.js";
import type { Objective, Settings, StartPoint } from "../solvers/solver.js";
import { uncertaintyOf } from "../stats/uncertainty.js";
import type { ReducedProblem } from "./reduced-problem.js";

type Steps = Generator<Iteration, Minimum, "stop" | undefined>;

/**
 * One local fit of a model that is linear in some parameters: of the reduced problem first where their start values follow from the
 * others, for these alone are then a start; and where a fit of all parameters together has failed. Whatever the way there, the last
 * steps are those of all parameters, so that the result is the same.
 *
 * @param reduced null where the model has none
 * @param startless whether a linear parameter has no start value of its own
 */
export function* minimizeSeparable(
  reduced: ReducedProblem | null,
  startless: boolean,
  objective: Objective,
  start: StartPoint,
  bounds: Bounds,
  settings: Settings,
): Steps {
  const joint = (before: number): Steps => after(before, minimize(objective, start, bounds, settings), (x) => x);
  if (reduced === null || settings.scipy) return yield* joint(0);
  if (!startless) {
    const found = yield* joint(0);
    if (!hasFailed(found, start)) return found;
    const projected = yield* project(reduced, objective, start, bounds, settings, found.outcome.nfev);
    return projected === null ? found : better(found, projected);
  }
  const projected = yield* project(reduced, objective, start, bounds, settings, 0);
  if (projected !== null && !hasFailed(projected, start)) return projected;
  const found = yield* joint(projected?.outcome.nfev ?? 1);
  return projected === null ? found : better(projected, found);
}

/** Fits the reduced problem, then all parameters from there. Null where it cannot begin. */
function* project(
  reduced: ReducedProblem,
  objective: Objective,
  start: StartPoint,
  bounds: Bounds,
  settings: Settings,
  before: number,
): Generator<Iteration, Minimum | null, "stop" | undefined> {
  const alpha = reduced.pick(start.x);
  const state = reduced.objective.linearize(alpha);
  if (state === null) return null;
  const steps = minimize(reduced.objective, { x: alpha, state }, reduced.bounds(bounds), reduced.settings(settings));
  const found = yield* after(before, steps, (x) => reduced.whole(x) ?? start.x);
  const x = reduced.whole(found.outcome.x);
  if (x === null) return null;
  // Linear parameters know nothing of their bounds until now.
  const within = x.map((value, j) => Math.min(Math.max(value, bounds.lower[j] as number), bounds.upper[j] as number));
  const inside = startInside(within, bounds, settings);
  const whole = objective.linearize(inside);
  if (whole === null) return null;
  const { status, nfev, njev } = found.outcome;
  if (status <= 0) {
    return { ...found, outcome: { ...found.outcome, x: inside, state: whole }, active: new Int8Array(x.length) };
  }
  const rest = { ...settings, maxEvals: Math.max(settings.maxEvals - nfev, 1) };
  const finished = yield* after(nfev, minimize(objective, { x: inside, state: whole }, bounds, rest), (point) => point);
  return { ...finished, outcome: { ...finished.outcome, njev: finished.outcome.njev + njev } };
}

/** The steps of a fit that comes after others, with their evaluations counted and their points made whole. */
function* after(before: number, steps: Steps, whole: (x: Float64Array) => Float64Array): Steps {
  let step = steps.next();
  while (!step.done) {
    const { value } = step;
    step = steps.next(yield { ...value, nfev: before + value.nfev, x: whole(value.x) });
  }
  const { outcome } = step.value;
  return { ...step.value, outcome: { ...outcome, nfev: before + outcome.nfev } };
}

/** A fit that did not converge, or at whose end the data determine less than at its start. */
function hasFailed({ outcome, active }: Minimum, start: StartPoint): boolean {
  if (outcome.stoppedBy === "caller" || outcome.stoppedBy === "max_evals") return false;
  if (outcome.status <= 0) return true;
  const all = Array.from(active, (_, j) => j);
  const kept = all.filter((j) => active[j] === 0);
  return (
    uncertaintyOf(outcome.state, kept, 1).rank < kept.length && uncertaintyOf(start.state, all, 1).rank === all.length
  );
}

/** The one that converged, or the one of lower cost; with the evaluations of the second, which counts those of the first. */
function better(first: Minimum, second: Minimum): Minimum {
  const converged = Number(second.outcome.status > 0) - Number(first.outcome.status > 0);
  const isSecond = converged === 0 ? second.outcome.state.cost < first.outcome.state.cost : converged > 0;
  if (isSecond) return second;
  const { nfev } = second.outcome;
  return { ...first, outcome: { ...first.outcome, nfev } };
}

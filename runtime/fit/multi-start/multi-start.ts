import { Random } from "../../../math/index.js";
import type { Iteration } from "../../api/fit-options.js";
import type { FoundMinimum } from "../../api/fit-result.js";
import type { Bounds } from "../../solvers/bounds.js";
import { startInside } from "../../solvers/minimize.js";
import { sorted } from "../../solvers/order.js";
import type { Minimum, Objective, Settings, StartPoint } from "../../solvers/solver.js";
import { Tally } from "../../solvers/tally.js";
import { distinctMinima } from "./minima.js";
import { latinStarts } from "./starts.js";

/** The largest number of batches searched for starts at which the model is finite. */
const mostBatches = 20;

/** The steps of one local fit. */
export type LocalFit = Generator<Iteration, Minimum, "stop" | undefined>;

export interface MultiStart {
  /** The number of local fits, including the one from the given start. */
  readonly starts: number;
  readonly seed: number;
  /** Runs a local fit. */
  local(start: StartPoint): LocalFit;
}

/**
 * The best result of fits from several starts, and all distinct minima; null for a single start.
 */
export interface FoundMinima {
  readonly minimum: Minimum;
  readonly minima: readonly FoundMinimum[] | null;
}

/**
 * Runs local fits one after another, from the given start and from others spread over the ranges of
 * the parameters; the same seed gives the same starts. The best minimum is the result, with the
 * evaluations of all fits together. If the caller stops one fit, all stop.
 */
export function* multiStart(
  { starts, seed, local }: MultiStart,
  objective: Objective,
  first: StartPoint,
  bounds: Bounds,
  settings: Settings,
): Generator<Iteration, FoundMinima, "stop" | undefined> {
  if (starts === 1) return { minimum: yield* local(first), minima: null };
  const tally = new Tally(Number.POSITIVE_INFINITY);
  const found: Minimum[] = [];
  let stopped = false;
  for (const start of finiteStarts(objective, first, bounds, settings, starts, new Random(seed))) {
    const minimum = yield* tally.run(local(start));
    found.push(minimum);
    stopped = minimum.outcome.stoppedBy === "caller";
    if (stopped) break;
  }
  const converged = found.filter(({ outcome }) => outcome.status > 0);
  const candidates = converged.length > 0 && !stopped ? converged : found;
  const best = tally.total(candidates.reduce((a, b) => (b.outcome.state.cost < a.outcome.state.cost ? b : a)));
  const minima = distinctMinima(converged, first.state.cost);
  if (!stopped) return { minimum: best, minima };
  return { minimum: { ...best, outcome: { ...best.outcome, status: -2, stoppedBy: "caller" } }, minima };
}

/** Yields the given start, and others at which residuals and derivatives are finite. */
function* finiteStarts(
  objective: Objective,
  first: StartPoint,
  bounds: Bounds,
  settings: Settings,
  starts: number,
  random: Random,
): Generator<StartPoint, void> {
  yield first;
  const others = starts - 1;
  const points = latinStarts(first, bounds, others, random);
  for (let tried = 0, used = 0; used < others && tried < mostBatches * others; tried++) {
    const x = startInside(sorted(objective.chains ?? [], points.next().value), bounds, settings);
    const state = Number.isFinite(objective.cost(x)) ? objective.linearize(x) : null;
    if (state === null) continue;
    used++;
    yield { x, state };
  }
}

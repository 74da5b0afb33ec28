import type { Iteration } from "../result.js";
import { type Bounds, isUnbounded, strictlyInside } from "./bounds.js";
import { lm } from "./lm.js";
import { snapToBounds } from "./snap.js";
import type { Objective, Outcome, Settings, StartPoint } from "./solver.js";
import { trf } from "./trf.js";

/** Where a local fit ended, and how. */
export interface Minimum {
  readonly outcome: Outcome;
  /** For each parameter the bound it is on: -1 lower, 1 upper, 0 none. */
  readonly active: Int8Array;
  /** It had come to a dead spot, and began again beside it. */
  readonly restarted: boolean;
}

/** How far inside its bounds a fit starts, as in SciPy. */
const interiorStep = 1e-10;

/** The point from which `minimize` may start: strictly inside the bounds, where the solver needs that. */
export function startInside(x: Float64Array, bounds: Bounds, settings: Settings): Float64Array {
  return settings.method === "lm" || isUnbounded(bounds) ? x : strictlyInside(x, bounds, interiorStep);
}

/** One local fit: the solver that the settings name, and what comes after it. */
export function* minimize(
  objective: Objective,
  start: StartPoint,
  bounds: Bounds,
  settings: Settings,
): Generator<Iteration, Minimum, "stop" | undefined> {
  const outcome = yield* settings.method === "lm"
    ? lm(objective, start, settings)
    : trf(objective, start, bounds, settings);
  return { ...snapToBounds(objective, outcome, bounds, settings.scipy ? settings.xtol : null), restarted: false };
}

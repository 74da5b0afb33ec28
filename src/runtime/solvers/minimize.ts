import type { Iteration } from "../result.js";
import { activeBounds, type Bounds, isUnbounded, strictlyInside } from "./bounds.js";
import { dogbox } from "./dogbox.js";
import { lm } from "./lm.js";
import { polish } from "./polish.js";
import { heldByBounds, snapToBounds } from "./snap.js";
import type { Objective, Outcome, Settings, Solver, StartPoint } from "./solver.js";
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

/** The point from which `minimize` may start: strictly inside the bounds for `trf`, which never comes to lie on one. */
export function startInside(x: Float64Array, bounds: Bounds, settings: Settings): Float64Array {
  return settings.method !== "trf" || isUnbounded(bounds) ? x : strictlyInside(x, bounds, interiorStep);
}

/** One local fit: the solver that the settings name, and what comes after it. */
export function* minimize(
  objective: Objective,
  start: StartPoint,
  bounds: Bounds,
  settings: Settings,
): Generator<Iteration, Minimum, "stop" | undefined> {
  const outcome = yield* solve(objective, start, bounds, settings);
  if (settings.scipy) {
    // SciPy's `active_mask`: trf stops short of a bound, dogbox comes to lie on it.
    const tolerance = settings.method === "dogbox" ? 0 : settings.xtol;
    return { outcome, active: activeBounds(outcome.x, bounds, tolerance), restarted: false };
  }
  const snapped = snapToBounds(objective, outcome, bounds);
  const polished = outcome.status > 0 ? polish(objective, snapped, bounds, settings.maxEvals) : snapped;
  return { outcome: polished, active: heldByBounds(polished, bounds), restarted: false };
}

function solve(objective: Objective, start: StartPoint, bounds: Bounds, settings: Settings): Solver {
  switch (settings.method) {
    case "lm":
      return lm(objective, start, settings);
    case "trf":
      return trf(objective, start, bounds, settings);
    case "dogbox":
      return dogbox(objective, start, bounds, settings);
  }
}

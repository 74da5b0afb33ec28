import type { Bounds } from "./bounds.js";
import { scaleOf } from "./polish.js";
import type { Objective, Outcome } from "./solver.js";

/** A parameter counts as near a bound where moving it there changes no residual by more than this part of the whole. */
const near = 1e-4;
/** And as held there where its column and the residuals are not orthogonal: the least cosine that is no rounding. */
const held = 1e-6;
/** Relative rounding of a cost. */
const rounding = 1e-13;

/**
 * Puts parameters onto the bounds that hold them. An interior method ends short of a bound that is active; a parameter is snapped
 * onto it if it is near, if its multiplier points outward, and if the cost there is no higher.
 */
export function snapToBounds(objective: Objective, outcome: Outcome, bounds: Bounds): Outcome {
  const { x, state } = outcome;
  const length = Math.sqrt(2 * state.cost);
  const snapped = x.map((value, j) => {
    const slope = state.gradient(j);
    const columnNorm = state.columnNorm(j);
    if (!(Math.abs(slope) > held * columnNorm * length)) return value;
    const bound = (slope > 0 ? bounds.lower[j] : bounds.upper[j]) as number;
    return Math.abs(value - bound) * columnNorm <= near * length ? bound : value;
  });
  if (snapped.every((value, j) => value === x[j])) return outcome;
  const tried = { ...outcome, nfev: outcome.nfev + 1 };
  if (!(objective.cost(snapped) <= state.cost * (1 + rounding))) return tried;
  const there = objective.linearize(snapped);
  return there === null ? tried : { ...tried, x: snapped, state: there, njev: outcome.njev + 1 };
}

/** Multipliers up to these parts of the residuals, and of what they are differences of, are rounding. */
const noise = 1e-9;
const noiseOfScale = 1e-12;

/** For each parameter the bound that holds it, -1 lower, 1 upper, 0 none: it lies on it, and the cost falls beyond. */
export function heldByBounds({ x, state }: Outcome, bounds: Bounds): Int8Array {
  const least = noise * Math.sqrt(2 * state.cost) + noiseOfScale * scaleOf(x, state);
  return Int8Array.from(x, (value, j) => {
    const slope = state.gradient(j);
    if (!(Math.abs(slope) > least * state.columnNorm(j))) return 0;
    return slope > 0 ? (value === bounds.lower[j] ? -1 : 0) : value === bounds.upper[j] ? 1 : 0;
  });
}

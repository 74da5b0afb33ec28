import type { Bounds } from "./bounds.js";
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
 *
 * @returns for each parameter the bound it is on: -1 lower, 1 upper, 0 none; the outcome is that at the snapped point
 */
export function snapToBounds(
  objective: Objective,
  outcome: Outcome,
  bounds: Bounds,
): { readonly outcome: Outcome; readonly active: Int8Array } {
  const { x, state } = outcome;
  const length = Math.sqrt(2 * state.cost);
  const candidates = Int8Array.from(x, (value, j) => {
    const slope = state.gradient(j);
    const columnNorm = state.columnNorm(j);
    if (!(Math.abs(slope) > held * columnNorm * length)) return 0;
    const bound = slope > 0 ? bounds.lower[j] : bounds.upper[j];
    return Math.abs(value - (bound as number)) * columnNorm <= near * length ? (slope > 0 ? -1 : 1) : 0;
  });
  if (candidates.every((side) => side === 0)) return { outcome, active: candidates };

  const snapped = x.map((value, j) => {
    const side = candidates[j] as number;
    return side === 0 ? value : ((side < 0 ? bounds.lower[j] : bounds.upper[j]) as number);
  });
  const none = { outcome, active: new Int8Array(x.length) };
  if (!(objective.cost(snapped) <= state.cost * (1 + rounding))) return none;
  const there = objective.linearize(snapped);
  return there === null ? none : { outcome: { ...outcome, x: snapped, state: there }, active: candidates };
}

import type { FoldState } from "../fold/state.js";
import { type Bounds, isSame } from "./bounds.js";
import { isHigher, scaleOf } from "./rounding.js";
import type { End, Objective } from "./solver.js";

/** A parameter counts as near a bound where moving it there changes no residual by more than this part of the whole. */
const near = 1e-4;
/** And as held there where its column and the residuals are not orthogonal: the least cosine that is no rounding. */
const held = 1e-6;

/**
 * Puts parameters onto the bounds that hold them. An interior method ends short of a bound that is active; a parameter is snapped
 * onto it if it is near, if its multiplier points outward, and if the cost there is no higher.
 *
 * @param end moves
 * @param snapped n numbers to work in
 */
export function snapToBounds(objective: Objective, end: End, bounds: Bounds, snapped: Float64Array): void {
  const { x, state } = end;
  const length = Math.sqrt(2 * state.cost);
  for (let j = 0; j < x.length; j++) {
    const value = x[j] as number;
    const slope = state.gradient(j);
    const columnNorm = state.columnNorm(j);
    const bound = (slope > 0 ? bounds.lower[j] : bounds.upper[j]) as number;
    const holds = Math.abs(slope) > held * columnNorm * length;
    snapped[j] = holds && Math.abs(value - bound) * columnNorm <= near * length ? bound : value;
  }
  if (isSame(snapped, x)) return;
  end.nfev++;
  if (isHigher(state.cost, objective.cost(snapped))) return;
  const there = objective.linearize(snapped);
  if (there === null) return;
  end.njev++;
  end.move(snapped, there, objective);
}

/** Multipliers up to these parts of the residuals, and of what they are differences of, are rounding. */
const noise = 1e-9;
const noiseOfScale = 1e-12;

/**
 * For each parameter the bound that holds it, -1 lower, 1 upper, 0 none: it lies on it, and the cost falls beyond.
 *
 * @param active is made to hold it
 * @returns whether any is held
 */
export function findHeld(x: Float64Array, state: FoldState, bounds: Bounds, active: Int8Array): boolean {
  const least = noise * Math.sqrt(2 * state.cost) + noiseOfScale * scaleOf(x, state);
  let any = false;
  for (let j = 0; j < x.length; j++) {
    const value = x[j] as number;
    const slope = state.gradient(j);
    active[j] = 0;
    if (!(Math.abs(slope) > least * state.columnNorm(j))) continue;
    if (value === (slope > 0 ? bounds.lower : bounds.upper)[j]) {
      active[j] = slope > 0 ? -1 : 1;
      any = true;
    }
  }
  return any;
}

import type { FoldState } from "../fold/state.js";
import { type Bounds, isSame } from "./bounds.js";
import { isHigher, scaleOf } from "./rounding.js";
import type { End, Objective } from "./solver.js";

/**
 * A parameter is near a bound if moving it there changes the residuals by at most this fraction.
 */
const near = 1e-4;
/**
 * The multiplier of a bound is significant if the cosine of the angle between the parameter's
 * column and the residuals exceeds this; below it is rounding.
 */
const significant = 1e-6;

/**
 * Snaps parameters onto their active bounds. An interior method ends short of an active bound. A
 * parameter is snapped onto the bound if it is near, if its multiplier points outward, and if the
 * cost there is no higher.
 *
 * @param end the end of the solver, which is moved
 * @param snapped a work array of n numbers
 */
export function snapToBounds(objective: Objective, end: End, bounds: Bounds, snapped: Float64Array): void {
  const { x, state } = end;
  const length = Math.sqrt(2 * state.cost);
  for (let j = 0; j < x.length; j++) {
    const value = x[j] as number;
    const slope = state.gradient(j);
    const columnNorm = state.columnNorm(j);
    const bound = (slope > 0 ? bounds.lower[j] : bounds.upper[j]) as number;
    const holds = Math.abs(slope) > significant * columnNorm * length;
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

/** Multipliers up to these fractions of the residuals, and of their terms, are rounding. */
const noise = 1e-9;
const noiseOfScale = 1e-12;

/**
 * Finds the active bound of each parameter: -1 lower, 1 upper, 0 none. A bound is active if the
 * parameter lies on it and the cost falls beyond it.
 *
 * @param active overwritten
 * @returns whether any bound is active
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

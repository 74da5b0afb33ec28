import type { Iteration } from "../api/fit-options.js";
import { type Bounds, isInside } from "./bounds.js";

/** The result of some fits, and the lowest cost that they passed through. */
export interface Watched<T> {
  readonly end: T;
  readonly lowest: number;
}

/**
 * Passes on the iterates of fits and records the lowest cost. When several fits run in sequence,
 * the one that reached the lowest cost may not have converged, and so need not be the result.
 * Points outside the bounds, which variable projection may visit, do not count.
 */
export function* watchLowest<T>(
  steps: Generator<Iteration, T, "stop" | undefined>,
  bounds: Bounds,
): Generator<Iteration, Watched<T>, "stop" | undefined> {
  let lowest = Number.POSITIVE_INFINITY;
  let step = steps.next();
  while (!step.done) {
    const { cost, x } = step.value;
    if (cost < lowest && isInside(x, bounds)) lowest = cost;
    step = steps.next(yield step.value);
  }
  return { end: step.value, lowest };
}

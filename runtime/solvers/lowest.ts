import type { Iteration } from "../api/fit-options.js";
import { type Bounds, isInside } from "./bounds.js";

/** What fits came to, and the lowest cost that was met on the way. */
export interface Watched<T> {
  readonly end: T;
  readonly lowest: number;
}

/**
 * Hands on the steps of fits, and watches their costs. Of several fits in a row the one that went lowest need not be the result: it may
 * not have converged. Points outside the bounds, through which variable projection may come, do not count.
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

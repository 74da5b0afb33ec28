import type { Bounds } from "./bounds.js";
import { boxedNewton, endOf } from "./boxed-newton.js";
import { resolved } from "./promised-reduction.js";
import type { Objective, StartPoint } from "./solver.js";

/** How much the Gauss-Newton step is shortened until the model is finite at its end. */
const shortening = 1e-2;
const attempts = 6;

/**
 * The end of a solver that has stalled, as a start with a corrected scale. If the column of a
 * parameter is tiny there, no step in that parameter fits the trust region, and the others are
 * held up with it. The columns at the end of the Gauss-Newton step show its true scale.
 */
export function rescaled(
  objective: Objective,
  { x, state }: StartPoint,
  bounds: Bounds,
): { readonly start: StartPoint; readonly evaluations: number } {
  const lengths = x.map((_, j) => state.columnNorm(j) || 1);
  const boxed = boxedNewton(x, state, bounds, lengths, state.gradients(), resolved);
  const end = new Float64Array(x.length);
  endOf(boxed, x, bounds, lengths, end);
  for (let k = 0; k < attempts; k++) {
    const factor = shortening ** k;
    const point = x.map((value, j) => value + factor * ((end[j] as number) - value));
    const there = Number.isFinite(objective.cost(point)) ? objective.linearize(point) : null;
    if (there === null) continue;
    const leastScale = x.map((_, j) => there.columnNorm(j));
    objective.release(there);
    return { start: { x, state, leastScale }, evaluations: k + 1 };
  }
  return { start: { x, state }, evaluations: attempts };
}

import { below } from "../../math/dense/small-arrays.js";
import { type Bounds, isInside } from "./bounds.js";
import { scaleOf } from "./rounding.js";
import type { Objective, StartPoint } from "./solver.js";

/**
 * Columns of J that are zero but for rounding at the start, as that of the angle of an ellipse that
 * starts as a circle. A solver takes such a column for a parameter of enormous scale, and its first
 * step throws the parameter to 1e14.
 *
 * Small columns may be exact, so their size does not tell. But a column of rounding changes
 * completely if the parameters change by a little more than their rounding.
 */

/** A column is only suspected below this fraction of the terms of the residuals. */
const suspect = 1e-9;
/**
 * The relative change of the parameters. Ordinary columns change by at most 3e-3 of their length
 * over it, at the starts of NIST's and Moré, Garbow and Hillstrom's problems.
 */
const nudge = 2 ** -36;
/** The parameters are changed by different fractions of it, so that no symmetry is kept. */
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * The start with the columns that are rounding set to zero; the start itself if there are none. The
 * factor of a state shows the lengths of its columns, so the change is that of the length.
 */
export function withoutNoiseColumns(objective: Objective, start: StartPoint, bounds: Bounds): StartPoint {
  const { x, state } = start;
  const terms = Math.max(scaleOf(x, state), Math.sqrt(2 * state.cost));
  const suspects = below(x.length, (j) => {
    const size = state.columnNorm(j) * Math.max(Math.abs(x[j] as number), 1);
    return size > 0 && size <= suspect * terms;
  });
  if (suspects.length === 0) return start;
  const point = x.map((value, j) => {
    const part = 0.5 + (((j + 1) * golden) % 1) / 2;
    return value === 0 ? nudge * part : value * (1 + nudge * part);
  });
  const there = isInside(point, bounds) ? objective.linearize(point) : null;
  if (there === null) return start;
  const noise = suspects.filter((j) => {
    const length = state.columnNorm(j);
    return Math.abs(there.columnNorm(j) - length) > length / 2;
  });
  objective.release(there);
  return noise.length === 0 ? start : { x, state: state.without(noise) };
}

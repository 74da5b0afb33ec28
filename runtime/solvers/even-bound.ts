/**
 * A bound about which the residuals are even in a parameter, as they are in the width of a peak
 * about 0. There the column of J is 0, and so is the gradient, whatever the data want: the
 * multiplier of the bound says nothing. The second derivative of the cost decides. With
 * r(b + h) = r + q h^2 / 2 it is r'q, and J has the column q h at b + h: the cosine of the angle
 * between the residuals and that column is that between r and q, for all small h. If it is
 * positive, the cost rises on the way inside, and the parameter is at its bound. No other parameter
 * matters, because the derivatives by them are even, too.
 */
import type { Bounds } from "./bounds.js";
import { residualNoise } from "./rounding.js";
import type { End, Objective, StartPoint } from "./solver.js";

/** A column has vanished at the bound if it is this much shorter than a little inside. */
const vanished = 1e-6;
/** Cosines up to this are rounding. */
const significant = 1e-6;
/** The steps inside: each is this fraction of the one before, and of the size of the parameter. */
const closer = 1 / 16;
const mostSteps = 12;
/** A parameter that does nothing at all after this many steps does nothing anywhere. */
const mostIdle = 2;
/** Two cosines that differ by no more than this fraction are the same. */
const alike = 0.1;
/** A step is small if it changes the residuals by no more than this fraction of their length. */
const small = 0.1;

/**
 * Finds the parameters at a bound about which the model is even, among those that lie on a bound
 * and are not held by it.
 *
 * @param end its evaluations are counted
 * @param active the entries of the parameters found are set to -1 or 1
 * @param inside a work array of n numbers
 * @returns whether any was found
 */
export function findEven(
  objective: Objective,
  end: End,
  start: StartPoint,
  bounds: Bounds,
  active: Int8Array,
  inside: Float64Array,
): boolean {
  let any = false;
  for (let j = 0; j < active.length; j++) {
    const value = end.x[j] as number;
    const [low, high] = [bounds.lower[j] as number, bounds.upper[j] as number];
    if (active[j] !== 0 || (value !== low && value !== high)) continue;
    const side = value === low ? -1 : 1;
    const away = Math.abs((start.x[j] as number) - value);
    const size = Math.min(Math.max(away, Math.abs(value), 1), high - low);
    if (!(end.state.columnNorm(j) * size <= vanished * Math.sqrt(2 * end.state.cost))) continue;
    inside.set(end.x);
    if (!risesInside(objective, end, j, -side * size, inside)) continue;
    active[j] = side;
    any = true;
  }
  return any;
}

/**
 * Whether the cost rises from the bound inwards and the column of J grows. A step that is too long
 * may rise behind a lower minimum, so the steps shrink until they are small or rounding.
 *
 * @param size how far to go inside at most, with its sign
 */
function risesInside(objective: Objective, end: End, j: number, size: number, inside: Float64Array): boolean {
  const { state } = end;
  const noise = residualNoise(end.x, state);
  const length = Math.sqrt(2 * state.cost);
  let before = Number.NaN;
  let rises = false;
  for (let k = 1; k <= mostSteps; k++) {
    const step = size * closer ** k;
    inside[j] = (end.x[j] as number) + step;
    end.nfev++;
    const there = Number.isFinite(objective.cost(inside)) ? objective.linearize(inside) : null;
    if (there === null) continue;
    end.njev++;
    const column = there.columnNorm(j);
    const cosine = (Math.sign(step) * there.gradient(j)) / (column * Math.sqrt(2 * there.cost));
    objective.release(there);
    const change = column * Math.abs(step);
    if (!(change > noise)) {
      // The parameter does nothing so far away; or it has done something, and closer to the bound
      // there is only rounding.
      if (Number.isNaN(before) && (column > 0 || k < mostIdle)) continue;
      return rises;
    }
    const isSame = Math.abs(cosine - before) <= alike * Math.abs(cosine);
    rises = isSame && cosine > significant && state.columnNorm(j) <= vanished * column;
    if (isSame && change <= small * length) return rises;
    before = cosine;
  }
  return false;
}

import type { FoldState } from "../fold/state.js";
import type { Bounds } from "./bounds.js";
import { boxedNewton } from "./boxed-newton.js";
import { promisedReduction, resolved, stationary } from "./promised-reduction.js";
import { slopeNoise } from "./rounding.js";
import { hasRunOff, probeFlat, weaklyResolved } from "./run-off.js";
import type { Objective, StartPoint } from "./solver.js";
import { comesThroughData, isThroughData } from "./through-data.js";

/**
 * What stands behind the claim that a fit has converged. A solver stops when its steps become
 * short or no longer change the cost. That happens at a minimum, but also where the scale of a
 * parameter is wrong by many orders of magnitude. So the end is `backed` only if
 *
 * (a) the cost is rounding compared with the data or with the cost at the start; or
 * (b) the Gauss-Newton step d within the bounds promises to reduce the cost by at most 1e-6 of it;
 *     or
 * (c) a step in any single parameter promises no more than that, the curvature along d, from two
 *     more linearisations, is positive, and Newton's step along d promises no more either:
 *     (g'd)^2 / (d'Hd) <= 1e-6 * 2 cost. At a minimum with large residuals and an almost singular
 *     J, J'J is far from the Hessian H, and Gauss-Newton promises what no step can keep. The same
 *     must hold for the step d without the least determined directions.
 *
 * A parameter at a kink, such as a breakpoint that lies on a data point, is at a minimum if the
 * slopes on both sides point to it; it then takes no part in (c).
 *
 * It is `stalled` otherwise; `diverged` if the parameters have run to infinity, where a cost can be
 * low and level enough to pass (a), (b) and (c); and `flat` if the cost does not depend on a
 * parameter there, although it does elsewhere, or on no parameter at all.
 */
export type Verdict = "backed" | "stalled" | "diverged" | "flat";

export interface Judgement {
  readonly verdict: Verdict;
  readonly nfev: number;
  readonly njev: number;
}

/** A cost up to this fraction of the cost at the start counts as 0: there is no lower one. */
const exact = Number.EPSILON ** 2;

/** Whether a cost is rounding compared with the cost at the start. */
export function isExactCost(cost: number, { state, reference = state.cost }: StartPoint): boolean {
  return !(cost > exact * reference);
}

/** Whether the residuals are rounding, at a fit that has come there or has begun there. */
function isExactEnd(start: StartPoint, { x, state }: StartPoint): boolean {
  const { reference = start.state.cost, origin = start } = start;
  if (comesThroughData(x, state, reference)) return true;
  return isThroughData(x, state) && isThroughData(origin.x, origin.state);
}

/**
 * @param kept the parameters that are not on a bound
 * @param tolerance the fraction of the cost that a step may promise
 */
export function judge(
  objective: Objective,
  start: StartPoint,
  end: StartPoint,
  kept: readonly number[],
  bounds: Bounds,
  tolerance: number,
): Judgement {
  const verdict = (which: Verdict, nfev = 0, njev = 0): Judgement => ({ verdict: which, nfev, njev });
  const { x, state } = end;
  const origin = start.origin ?? start;
  const isFarOut = (limit: number): boolean => hasRunOff(origin, end, kept, limit);
  // A search or a projection may have led far out, from where there is not far to go.
  if (isFarOut(origin === start ? resolved : weaklyResolved)) return verdict("diverged");
  if (isExactEnd(start, end)) return verdict("backed");
  // Where nothing has an influence any more, a cost that is low only beside that at the start
  // proves nothing.
  const { flat, evaluations } = probeFlat(objective, end, kept, bounds);
  if (flat) return verdict("flat", evaluations);
  if (isExactCost(state.cost, start)) return verdict("backed", evaluations);
  if (kept.length > 0 && kept.every((j) => state.columnNorm(j) === 0)) return verdict("flat", evaluations);
  const most = Math.max(stationary, tolerance);
  if (promisedReduction(x, state, kept) <= most) return verdict("backed", evaluations);
  if (isFarOut(weaklyResolved)) return verdict("diverged", evaluations);
  const steep = kept.filter((j) => cosineOf(state, j) ** 2 > most);
  let linearizations = steep.length;
  if (!steep.every((j) => isKink(objective, end, j))) return verdict("stalled", evaluations, linearizations);
  const smooth = kept.filter((j) => !steep.includes(j));
  for (const cutoff of cutoffs) {
    const d = direction(x, state, smooth, bounds, cutoff);
    if (d.promised <= most) break;
    linearizations += 2;
    if (newtonReduction(objective, end, d.step) > most) {
      return verdict("stalled", evaluations + linearizations, linearizations);
    }
  }
  return verdict("backed", evaluations + linearizations, linearizations);
}

/**
 * Relative singular values below which a direction is left out of the Gauss-Newton step. The step
 * through the least determined directions can be so long that the model bends away from it at
 * once; shorter steps then show what can be gained.
 */
const cutoffs = [resolved, 1e-7, 1e-5, 1e-3, 1e-1] as const;

/** The Gauss-Newton step within the bounds, and the fraction of the cost that it promises. */
function direction(x: Float64Array, state: FoldState, kept: readonly number[], bounds: Bounds, cutoff: number) {
  const fixed = (bound: Float64Array) => bound.map((value, j) => (kept.includes(j) ? value : (x[j] as number)));
  const room = { lower: fixed(bounds.lower), upper: fixed(bounds.upper) };
  const lengths = x.map((_, j) => state.columnNorm(j) || 1);
  const gradient = state.gradients();
  const boxed = boxedNewton(x, state, room, lengths, gradient, cutoff);
  const step = boxed.step.map((value, j) => value / (lengths[j] as number));
  const slope = step.reduce((sum, value, j) => sum + value * (gradient[j] as number), 0);
  // Of a step that ends on a bound, the linear model does not promise the square of its length.
  return { step, promised: -(slope + (boxed.length * boxed.length) / 2) / state.cost };
}

/**
 * The cosine of the angle between r and a column of J, which MINPACK tests by gtol. Its square is
 * the fraction of the cost that a Gauss-Newton step in that parameter alone promises.
 */
function cosineOf(state: FoldState, j: number): number {
  return state.gradient(j) / (state.columnNorm(j) || 1) / Math.sqrt(2 * state.cost);
}

/** The relative size of the step across a kink. */
const across = 1e-8;

/**
 * Whether the cost has a minimum at a kink in a parameter, as where a breakpoint lies on a data
 * point: a tiny step downhill, and the slope points back.
 */
function isKink(objective: Objective, { x, state }: StartPoint, j: number): boolean {
  const slope = state.gradient(j);
  const size = Math.abs(x[j] as number) || Math.sqrt(2 * state.cost) / state.columnNorm(j);
  const point = x.slice();
  point[j] = (x[j] as number) - Math.sign(slope) * across * size;
  const there = objective.linearize(point);
  if (there === null) return false;
  const turned = there.gradient(j) * slope < 0;
  objective.release(there);
  return turned;
}

/** The relative change of the parameters over which the curvature is measured. */
const small = 1e-5;

/**
 * The fraction of the cost by which Newton's step along d reduces it, with the curvature d'Hd as
 * the change of the gradient between two points near by on both sides. Infinite if the curvature is
 * not positive or not above rounding.
 */
function newtonReduction(objective: Objective, { x, state }: StartPoint, d: Float64Array): number {
  let largest = 0;
  for (let j = 0; j < x.length; j++) {
    if (x[j] !== 0) largest = Math.max(largest, Math.abs((d[j] as number) / (x[j] as number)));
  }
  const h = Math.min(small / largest, small);
  const slope = slopeAlong(state, d);
  const slopeAt = (t: number): number | null => {
    const there = objective.linearize(x.map((value, j) => value + t * (d[j] as number)));
    if (there === null) return null;
    const along = slopeAlong(there, d);
    objective.release(there);
    return along;
  };
  const [before, after] = [slopeAt(-h), slopeAt(h)];
  if (before === null || after === null) return Number.POSITIVE_INFINITY;
  const bend = (after - before) / 2;
  const size = d.reduce((sum, value, j) => sum + Math.abs(value) * state.columnNorm(j), 0);
  // Rounding in the Jacobian itself shows as a difference between the two sides.
  const uneven = Math.abs((after + before) / 2 - slope);
  const noise = 2 * slopeNoise(x, state, size, lengthAlong(state, d)) + uneven;
  if (!(bend > noise)) return Number.POSITIVE_INFINITY;
  const cosine = slope / size / Math.sqrt(2 * state.cost);
  return (cosine * cosine) / (bend / h / size / size);
}

/** d'g */
const slopeAlong = (state: FoldState, d: Float64Array): number =>
  d.reduce((sum, value, j) => sum + value * state.gradient(j), 0);

/** |Jd| */
function lengthAlong(state: FoldState, d: Float64Array): number {
  const { n } = state;
  const column = new Float64Array(n);
  const sum = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    state.copyColumn(j, column, 0);
    for (let i = 0; i <= j; i++) sum[i] = (sum[i] as number) + (column[i] as number) * (d[j] as number);
  }
  return Math.hypot(...sum);
}

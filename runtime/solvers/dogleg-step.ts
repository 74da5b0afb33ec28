import { type Bounds, stepToBound } from "./bounds.js";
import { minimiseQuadratic } from "./quadratic.js";

export interface Dogleg {
  readonly step: Float64Array;
  /** The bounds that the step ends on: -1 lower, 1 upper, 0 neither. */
  readonly hits: Int8Array;
  /** The step ends on the boundary of the trust region. */
  readonly atRadius: boolean;
}

/**
 * The point where the dogleg path leaves the intersection of the trust region and the bounds, or
 * its end.
 *
 * @param newton the Gauss-Newton step
 * @param quadratic the model along the steepest descent: t -> a t^2 + b t
 * @param reach the size of the trust region for each parameter
 * @param room the bounds relative to the iterate
 */
export function doglegStep(
  newton: Float64Array,
  g: Float64Array,
  { a, b }: { readonly a: number; readonly b: number },
  reach: Float64Array,
  room: Bounds,
): Dogleg {
  const box = {
    lower: room.lower.map((value, c) => Math.max(value, -(reach[c] as number))),
    upper: room.upper.map((value, c) => Math.min(value, reach[c] as number)),
  };
  const hits = new Int8Array(newton.length);
  if (newton.every((value, c) => value >= (box.lower[c] as number) && value <= (box.upper[c] as number))) {
    return { step: newton, hits, atRadius: false };
  }
  const { stride } = stepToBound(new Float64Array(g.length), g.map(negate), box);
  const { t } = minimiseQuadratic(a, b, 0, 0, stride);
  const cauchy = g.map((slope) => -t * slope);
  const on = newton.map((value, c) => value - (cauchy[c] as number));
  const crossing = stepToBound(cauchy, on, box);
  let atRadius = false;
  for (const [c, hit] of crossing.hits.entries()) {
    if (!hit) continue;
    const side = (on[c] as number) < 0 ? -1 : 1;
    const end = side < 0 ? box.lower : box.upper;
    if (end[c] === (side < 0 ? room.lower : room.upper)[c]) hits[c] = side;
    if (end[c] === side * (reach[c] as number)) atRadius = true;
  }
  return { step: cauchy.map((value, c) => value + crossing.stride * (on[c] as number)), hits, atRadius };
}

function negate(value: number): number {
  return -value;
}

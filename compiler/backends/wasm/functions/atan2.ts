import { f64 } from "../encoder/index.js";
import { arctanFrom, halfPiLow } from "./atan.js";
import { withSignOf } from "./expm1.js";
import type { MathFunction } from "./function.js";
import type { Lanes } from "./lanes.js";

/**
 * The angle of a point that is not the origin and has at most one infinite coordinate, from a
 * quotient of at most 1 and the octant.
 */
function angle<F, I, M>(l: Lanes<F, I, M>, y: F, x: F): F {
  const [up, along] = [l.abs(y), l.abs(x)];
  const steep = l.lt(along, up);
  const left = l.lt(x, 0);
  const ratio = l.div(l.select(steep, along, up), l.select(steep, up, along));
  // The angle is subtracted if exactly one of `steep` and `left` holds. An angle of -0 does no
  // harm, since `high` is then not 0.
  const turn = l.mul(l.select(steep, -1, 1), l.select(left, -1, 1));
  const a = l.mul(ratio, turn);
  const high = l.select(steep, Math.PI / 2, l.select(left, Math.PI, 0));
  const low = l.select(steep, halfPiLow, l.select(left, 2 * halfPiLow, 0));
  return withSignOf(l, arctanFrom(l, high, low, a), y);
}

/** `atan2(y, x)`. */
export const atan2: MathFunction = {
  arity: 2,
  fast(l, y, x) {
    const largest = l.atLeast(l.abs(x), l.abs(y));
    const infinity = Number.POSITIVE_INFINITY;
    // If only `y` is NaN, the formula gives NaN.
    return { value: angle(l, y, x), holds: l.both(l.lt(0, largest), l.lt(largest, infinity)) };
  },
  slow({ l }, y, x) {
    const infinity = Number.POSITIVE_INFINITY;
    const origin = l.both(l.eq(x, 0), l.eq(y, 0));
    const corner = l.both(l.eq(l.abs(x), infinity), l.eq(l.abs(y), infinity));
    const unit = (of: typeof x) => f64.copysign(f64.const(1), of);
    return angle(l, l.select(corner, unit(y), y), l.select(l.either(origin, corner), unit(x), x));
  },
};

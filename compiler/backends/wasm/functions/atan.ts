import { withSignOf } from "./expm1.js";
import type { MathFunction } from "./function.js";
import type { Lanes } from "./lanes.js";
import { polynomial } from "./polynomial.js";

/**
 * (arctan a - a) / a^3 + 7/32 as a rational function of a^2, |a| <= 1: minimax, error 2^-59.9. With
 * 7/32 added it is small near 1, where its rounding error would matter; 7/32 has few bits.
 */
const above = [
  -0.11458333333333323, -0.14822720205287057, 0.05932023207531141, 0.15832833324078485, 0.07465537660068323,
  0.012135826018833519, 0.0005407914198442455,
];
const below = [
  1, 3.039073763370413, 3.540108023930595, 1.9780449851433395, 0.5410007957065238, 0.06524035402854304,
  0.002482627211631207,
];

export const halfPiLow = 6.123233995736766e-17;

/** arctan a - a for |a| <= 1. */
function arctanTail<F, I, M>(l: Lanes<F, I, M>, a: F): F {
  const z = l.mul(a, a);
  const quotient = l.div(polynomial(l, z, above), polynomial(l, z, below));
  return l.mul(l.mul(a, z), l.sub(quotient, 7 / 32));
}

/**
 * `high + low + arctan a`, where `high` is 0 or larger than a; the rounding error of `high + a` is
 * compensated.
 */
export function arctanFrom<F, I, M>(l: Lanes<F, I, M>, high: F, low: F, a: F): F {
  const sum = l.add(high, a);
  const lost = l.sub(a, l.sub(sum, high));
  return l.add(sum, l.add(l.add(arctanTail(l, a), low), lost));
}

/** arctan |x|, or pi/2 - arctan(1/|x|) beyond 1. No argument needs a special case. */
export const atan: MathFunction = {
  arity: 1,
  fast(l, x) {
    const t = l.abs(x);
    const inverted = l.lt(1, t);
    const a = l.select(inverted, l.div(-1, t), t);
    const low = l.select(inverted, halfPiLow, 0);
    const high = l.select(inverted, Math.PI / 2, 0);
    return { value: withSignOf(l, arctanFrom(l, high, low, a), x), holds: null };
  },
};

import { halfPiLow } from "./atan.js";
import { withSignOf } from "./expm1.js";
import type { MathFunction } from "./function.js";
import type { Lanes } from "./lanes.js";
import { polynomial } from "./polynomial.js";
import { leading } from "./pow.js";

/** (arcsin s - s) / s^3 in powers of s^2, |s| <= 1/2: minimax, error 2^-58.6. */
const series = [
  0.16666666666666763, 0.07499999999970226, 0.044642857175187206, 0.030381942679316692, 0.022372215805941575,
  0.017351597113800528, 0.01398100086474004, 0.011397426753589103, 0.010788621484111282, 0.0036746713097300858,
  0.02178492090695768, -0.021109008739334176, 0.032697553876804696,
];

/**
 * The arcsin of s as s + tail, with s = |x| up to 1/2 and s = sqrt((1 - |x|)/2) beyond; sLow is the
 * rounding error of the root.
 */
interface Halved<F, M> {
  readonly beyond: M;
  readonly s: F;
  readonly sLow: F;
  readonly tail: F;
}

/** Reduces |x| > 1/2 by arcsin |x| = pi/2 - 2 arcsin s. */
function halve<F, I, M>(l: Lanes<F, I, M>, x: F): Halved<F, M> {
  const a = l.abs(x);
  const beyond = l.lt(0.5, a);
  const half = l.mul(l.sub(1, a), 0.5);
  const root = l.sqrt(half);
  const z = l.select(beyond, half, l.mul(a, a));
  const s = l.select(beyond, root, a);
  // The square of the root's leading 26 bits is exact.
  const high = leading(l, root);
  const lost = l.sub(l.div(l.sub(half, l.mul(high, high)), l.add(l.add(root, high), 2 ** -1022)), l.sub(root, high));
  return { beyond, s, sLow: l.select(beyond, lost, 0), tail: l.mul(l.mul(s, z), polynomial(l, z, series)) };
}

/** NaN for |x| > 1. */
export const asin: MathFunction = {
  arity: 1,
  fast(l, x) {
    const { beyond, s, sLow, tail } = halve(l, x);
    const twice = l.select(beyond, -2, 1);
    const high = l.add(l.select(beyond, Math.PI / 2, 0), l.mul(s, twice));
    const lost = l.select(beyond, l.sub(l.sub(Math.PI / 2, high), l.add(s, s)), 0);
    const low = l.add(lost, l.select(beyond, halfPiLow, 0));
    const value = l.add(high, l.add(l.mul(l.add(tail, sLow), twice), low));
    return { value: withSignOf(l, value, x), holds: null };
  },
};

/**
 * pi/2 - arcsin x for |x| up to 1/2; 2 arcsin s above; pi - 2 arcsin s below -1/2. NaN for |x| > 1.
 */
export const acos: MathFunction = {
  arity: 1,
  fast(l, x) {
    const { beyond, s, sLow, tail } = halve(l, x);
    const negative = l.lt(x, 0);
    const base = l.select(beyond, l.select(negative, Math.PI, 0), Math.PI / 2);
    const baseLow = l.mul(base, halfPiLow / (Math.PI / 2));
    const turn = l.mul(l.select(beyond, 2, 1), l.select(l.eq(l.select(beyond, 1, 0), l.select(negative, 1, 0)), -1, 1));
    const moved = l.mul(s, turn);
    const high = l.add(base, moved);
    const lost = l.sub(moved, l.sub(high, base));
    return { value: l.add(high, l.add(l.mul(l.add(tail, sLow), turn), l.add(lost, baseLow))), holds: null };
  },
};

import { exponentBias, expTail, largeExp, ln2High, ln2Low, roundingShift } from "./exp.js";
import { Below, type MathFunction } from "./function.js";
import type { Lanes } from "./lanes.js";

/** A number as a sum of two doubles, the second much smaller. */
export interface Pair<F> {
  readonly high: F;
  readonly low: F;
}

/**
 * e^x - 1 = (2^k - 1) + 2^k r + 2^k (e^r - 1 - r) for -60 < x < 700. The first two terms are exact,
 * and the rounding error of their sum is compensated. The sign of zero is lost.
 */
export function expm1Pair<F, I, M>(l: Lanes<F, I, M>, x: F): Pair<F> {
  const kBiased = l.add(l.mul(x, Math.LOG2E), roundingShift + exponentBias);
  const k = l.sub(kBiased, roundingShift + exponentBias);
  const power = l.fromBits(l.shiftLeft(l.toBits(kBiased), 52));
  const near = l.sub(x, l.mul(k, ln2High));
  const far = l.mul(k, ln2Low);
  const r = l.sub(near, far);
  const rLow = l.sub(l.sub(near, r), far);
  const scaled = l.mul(power, r);
  const first = l.sub(power, 1);
  const high = l.add(first, scaled);
  const lost = l.sub(scaled, l.sub(high, first));
  return { high, low: l.add(lost, l.mul(power, l.add(expTail(l, r), rLow))) };
}

/** The same, with `high` rounded to the nearest double. */
export function normalExpm1Pair<F, I, M>(l: Lanes<F, I, M>, x: F): Pair<F> {
  const { high, low } = expm1Pair(l, x);
  const sum = l.add(high, low);
  return { high: sum, low: l.sub(low, l.sub(sum, high)) };
}

/** The magnitude of `a` with the sign of `b`. */
export function withSignOf<F, I, M>(l: Lanes<F, I, M>, a: F, b: F): F {
  const sign = l.and(l.toBits(b), -(1n << 63n));
  return l.fromBits(l.or(l.toBits(l.abs(a)), sign));
}

export const expm1: MathFunction = {
  arity: 1,
  fast(l, x) {
    // Below -60 the result is -1; NaN stays NaN.
    const { high, low } = expm1Pair(l, l.atLeast(x, -60));
    return { value: withSignOf(l, l.add(high, low), x), holds: new Below(x, 700) };
  },
  slow({ l }, x) {
    // For large x, subtracting 1 does not change the last digit.
    return largeExp(l, x);
  },
};

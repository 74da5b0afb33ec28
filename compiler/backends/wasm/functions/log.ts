import { ln2High, ln2Low } from "./exp.js";
import type { MathFunction } from "./function.js";
import type { Lanes } from "./lanes.js";
import { polynomial } from "./polynomial.js";

/**
 * (2 artanh s - 2 s) / s^3 in powers of s^2, |s| <= (sqrt 2 - 1) / (sqrt 2 + 1): minimax, error
 * 2^-58.8 in the logarithm.
 */
const artanh = [
  0.6666666666666734, 0.3999999999941356, 0.28571428742698773, 0.22222198536016177, 0.1818356649592893,
  0.15313989528765454, 0.1479661118767319,
];

export const sqrtHalf = 0x3fe6a09e667f3bcdn;
const one = 0x3ff0000000000000n;
const mantissa = (1n << 52n) - 1n;
/**
 * The bits of 2^52: putting an integer below 2^52 into the low bits gives a double that is larger
 * by this integer.
 */
const two52 = 0x4330000000000000n;

/** x = 2^k m with sqrt(1/2) <= m < sqrt(2), for a normal x > 0. */
export interface Split<F, I> {
  readonly k: F;
  readonly m: F;
  /** Its low 52 bits: how many doubles m is above sqrt(1/2). */
  readonly above: I;
}

export function split<F, I, M>(l: Lanes<F, I, M>, x: F): Split<F, I> {
  const above = l.plus(l.toBits(x), one - sqrtHalf);
  const biased = l.fromBits(l.or(l.shiftRight(above, 52), two52));
  const m = l.fromBits(l.plus(l.and(above, mantissa), sqrtHalf));
  return { k: l.sub(biased, 2 ** 52 + 1023), m, above };
}

/**
 * ln(1 + f) = f - half + rest for |f| < 0.42: with s = f / (2 + f) it is 2 artanh s = f - f^2/2 + s
 * (f^2/2 + R(s^2)).
 */
export function logParts<F, I, M>(l: Lanes<F, I, M>, f: F): { readonly half: F; readonly rest: F } {
  const s = l.div(f, l.add(f, 2));
  const z = l.mul(s, s);
  const half = l.mul(l.mul(f, f), 0.5);
  return { half, rest: l.mul(s, l.add(half, l.mul(z, polynomial(l, z, artanh)))) };
}

/**
 * k ln 2 + ln(1 + f); the leading term is exact.
 *
 * @param more a small number to add to the result
 */
export function logOf<F, I, M>(l: Lanes<F, I, M>, k: F, f: F, more?: F): F {
  const { half, rest } = logParts(l, f);
  const low = l.mul(k, ln2Low);
  const tail = l.sub(half, l.add(rest, more === undefined ? low : l.add(low, more)));
  return l.sub(l.mul(k, ln2High), l.sub(tail, f));
}

export const log: MathFunction = {
  arity: 1,
  fast(l, x) {
    const { k, m } = split(l, x);
    return {
      value: logOf(l, k, l.sub(m, 1)),
      holds: l.both(l.le(2 ** -1022, x), l.lt(x, Number.POSITIVE_INFINITY)),
    };
  },
  slow({ body, l }, x) {
    const subnormal = l.both(l.lt(0, x), l.lt(x, 1));
    return body.choose(
      subnormal,
      () => {
        const { k, m } = split(l, l.mul(x, 2 ** 54));
        return logOf(l, l.sub(k, 54), l.sub(m, 1));
      },
      () => outside(l, x, 0),
    );
  },
};

/**
 * The logarithm at the limits of its domain and beyond: -infinity at `pole`, NaN below; infinity
 * and NaN are returned unchanged.
 */
export function outside<F, I, M>(l: Lanes<F, I, M>, x: F, pole: number): F {
  const below = l.select(l.eq(x, pole), Number.NEGATIVE_INFINITY, Number.NaN);
  return l.select(l.le(x, pole), below, x);
}

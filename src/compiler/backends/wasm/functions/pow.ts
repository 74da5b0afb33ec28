import { f64, i32, i64 } from "../encoder/index.js";
import { biasedShift, expTail, ln2High, ln2Low, scale } from "./exp.js";
import type { MathFunction } from "./function.js";
import type { Lanes } from "./lanes.js";
import { split } from "./log.js";
import { polynomial } from "./polynomial.js";

/** (3 artanh(s) / s - 3 - s^2) / s^4 by powers of s^2, |s| <= (sqrt 2 - 1) / (sqrt 2 + 1): minimax, error 2^-65.2 relative to 3. */
const artanh = [
  0.6000000000000337, 0.4285714285515458, 0.3333333377924558, 0.27272676587304817, 0.23080135012929076,
  0.19885236095262407, 0.19794510265779447,
];

/** 2/3 in two parts, the first of 26 bits. */
const twoThirdsHigh = 0.6666666567325592;
const twoThirdsLow = 9.934107462565104e-9;

/** The leading 26 bits, so that a product of two such numbers is exact. */
export function leading<F, I, M>(l: Lanes<F, I, M>, a: F): F {
  return l.fromBits(l.and(l.toBits(a), -1n << 27n));
}

/**
 * x^y = e^(y ln x) for a normal x > 0 times 2^shift, |y| < 2^100. The logarithm has 65 bits, for the exponent goes up to 745:
 * x = 2^k m, ln m = 2/3 s (3 + s^2 + ...), s = (m - 1) / (m + 1), where each product that counts is one of numbers of 26 bits,
 * exact, and the rest is kept beside it. (The scheme is that of fdlibm's e_pow.c, K. C. Ng 1993, with one interval and base e.)
 */
function power<F, I, M>(l: Lanes<F, I, M>, x: F, y: F, shift: number): F {
  const parts = split(l, x);
  const k = shift === 0 ? parts.k : l.add(parts.k, shift);
  const f = l.sub(parts.m, 1);
  // s in two parts.
  const d = l.add(f, 2);
  const reciprocal = l.div(1, d);
  const s = l.mul(f, reciprocal);
  const sHigh = leading(l, s);
  const dHigh = leading(l, d);
  const dLow = l.add(l.sub(d, dHigh), l.sub(f, l.sub(d, 2)));
  const sLow = l.mul(reciprocal, l.sub(l.sub(f, l.mul(sHigh, dHigh)), l.mul(sHigh, dLow)));
  // 3 + s^2 + s^4 (...) in two parts.
  const zHigh = l.mul(sHigh, sHigh);
  const zLow = l.mul(sLow, l.add(sHigh, s));
  const z = l.add(zHigh, zLow);
  const rest = l.add(l.mul(l.mul(z, z), polynomial(l, z, artanh)), zLow);
  const tHigh = leading(l, l.add(l.add(zHigh, 3), rest));
  const tLow = l.sub(rest, l.sub(l.sub(tHigh, 3), zHigh));
  // Their product, times 2/3.
  const u = l.mul(sHigh, tHigh);
  const v = l.add(l.mul(sLow, tHigh), l.mul(tLow, s));
  const pHigh = leading(l, l.add(u, v));
  const pLow = l.sub(v, l.sub(pHigh, u));
  const main = l.mul(pHigh, twoThirdsHigh);
  const side = l.add(l.mul(pHigh, twoThirdsLow), l.mul(pLow, 2 / 3));
  // k ln 2 + ln m: the first is the larger, or 0.
  const exponent = l.mul(k, ln2High);
  const sum = l.add(exponent, main);
  const small = l.add(l.add(l.sub(main, l.sub(sum, exponent)), l.mul(k, ln2Low)), side);
  const logHigh = leading(l, l.add(sum, small));
  const logLow = l.sub(small, l.sub(logHigh, sum));
  // y ln x; beyond these bounds the result is 0 or infinite.
  const yHigh = leading(l, y);
  const product = l.mul(yHigh, logHigh);
  const productLow = l.add(l.mul(l.sub(y, yHigh), logHigh), l.mul(y, logLow));
  const high = l.atLeast(l.atMost(product, 720), -760);
  const low = l.select(l.eq(high, product), productLow, 0);
  // e^(high + low), as in `exp`, and with what r = high + low - n ln 2 loses.
  const nBiased = l.add(l.mul(high, Math.LOG2E), biasedShift);
  const n = l.sub(nBiased, biasedShift);
  const near = l.sub(high, l.mul(n, ln2High));
  const far = l.sub(low, l.mul(n, ln2Low));
  const r = l.add(near, far);
  const rLow = l.sub(far, l.sub(r, near));
  return scale(l, l.add(l.add(l.add(expTail(l, r), rLow), r), 1), n, nBiased);
}

/** As `Math.pow`: NaN for a negative base and an exponent that is no integer, and for 1 to an infinite one. */
export const pow: MathFunction = {
  arity: 2,
  fast(l, x, y) {
    const ordinary = l.both(l.le(2 ** -1022, x), l.lt(x, Number.POSITIVE_INFINITY));
    return { value: power(l, x, y, 0), holds: l.both(ordinary, l.lt(l.abs(y), 2 ** 100)) };
  },
  slow({ body, l }, x, y) {
    const infinity = Number.POSITIVE_INFINITY;
    const a = body.let(f64.abs(x));
    const halfway = f64.mul(y, f64.const(0.5));
    const integer = body.let(l.eq(f64.floor(y), y));
    const odd = body.let(l.both(integer, l.not(l.eq(f64.floor(halfway), halfway))));
    const negative = i64.ltS(i64.reinterpretF64(x), i64.const(0n));
    const sign = f64.select(l.both(odd, negative), f64.const(-1), f64.const(1));
    const limit = f64.select(i32.eq(l.lt(1, a), l.lt(0, y)), f64.const(infinity), f64.const(0));
    const bounded = body.let(l.atLeast(l.atMost(y, 2 ** 99), -(2 ** 99)));
    const magnitude = body.choose(
      l.either(l.either(l.eq(a, 0), l.eq(a, infinity)), l.eq(f64.abs(y), infinity)),
      () => limit,
      () =>
        body.choose(
          l.lt(a, 2 ** -1022),
          () => power(l, f64.mul(a, f64.const(2 ** 54)), bounded, -54),
          () => power(l, a, bounded, 0),
        ),
    );
    const undefinedBase = l.both(l.both(l.lt(x, 0), l.lt(a, infinity)), l.not(integer));
    const undefinedLimit = l.both(l.eq(a, 1), l.eq(f64.abs(y), infinity));
    const unknown = l.either(f64.ne(x, x), f64.ne(y, y));
    const value = l.select(
      l.either(l.either(undefinedBase, undefinedLimit), unknown),
      Number.NaN,
      f64.mul(sign, magnitude),
    );
    return l.select(l.eq(y, 0), 1, value);
  },
};

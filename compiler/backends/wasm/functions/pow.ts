import { f64, i32, i64, type WasmExpr } from "../encoder/index.js";
import { expLess, largeExp, ln2High, ln2Low } from "./exp.js";
import type { MathFunction } from "./function.js";
import type { Lanes, Scalar, Table } from "./lanes.js";
import { split, sqrtHalf } from "./log.js";
import { polynomial } from "./polynomial.js";

/**
 * log2 of the number of intervals in the table, which have equal width in the integer
 * representation.
 */
const intervalBits = 7;

/** (ln(1 + r) - r + r^2/2) / r^3 on |r| <= 0.0041: minimax, error 2^-73 relative to r. */
const cube = [
  0.3333333333333334, -0.25000000000000017, 0.19999999996628443, -0.16666666661944707, 0.1428606664934299,
  -0.12500384036570042,
];

/**
 * For each interval: 1/c, and ln c as the sum of two doubles. c is near the middle of the interval,
 * and 1 in the interval of 1, where the logarithm vanishes.
 */
const intervals: Table = tabulate();

function tabulate(): Table {
  const [inverse, high, low]: [number[], number[], number[]] = [[], [], []];
  const view = new DataView(new ArrayBuffer(8));
  const end = (i: number): number => {
    view.setBigInt64(0, sqrtHalf + (BigInt(i) << BigInt(52 - intervalBits)));
    return view.getFloat64(0);
  };
  for (let i = 0; i < 2 ** intervalBits; i++) {
    const [from, to] = [end(i), end(i + 1)];
    const numerator = from <= 1 && 1 < to ? 2048 : Math.round(4096 / (from + to));
    const log = logOfRatio(2048, numerator);
    const leading = (log + (1n << 77n)) >> 78n;
    inverse.push(numerator / 2048);
    high.push(Number(leading) * 2 ** -42);
    low.push(Number(log - (leading << 78n)) * 2 ** -120);
  }
  return { period: 2 ** intervalBits, columns: [inverse, high, low].map((values) => ({ values })) };
}

/** ln(a/b) = 2 artanh((a - b)/(a + b)) as an integer in units of 2^-120. */
function logOfRatio(a: number, b: number): bigint {
  const s = (BigInt(a - b) << 140n) / BigInt(a + b);
  let sum = 0n;
  let power = s;
  for (let k = 1n; k < 60n; k += 2n) {
    sum += power / k;
    power = (((power * s) >> 140n) * s) >> 140n;
  }
  return sum >> 19n;
}

/** The leading 26 bits, so that a product of two such numbers is exact. */
export function leading<F, I, M>(l: Lanes<F, I, M>, a: F): F {
  return l.fromBits(l.and(l.toBits(a), -1n << 27n));
}

/** A logarithm or a product as a sum; `high` has 26 or 53 bits. */
interface Pair<F> {
  readonly high: F;
  readonly low: F;
}

/**
 * ln(x 2^shift) of a normal x > 0 to 65 bits, because y ln x reaches 745: x = 2^k m, and with the
 * nearest c of a table, ln x = k ln 2 + ln c + ln(1 + r), r = m/c - 1 (Tang, ACM Trans. Math.
 * Softw. 16 (1990) 378). 1/c has 12 bits, so that r is exact as the sum of two doubles; the leading
 * parts of ln 2 and ln c are multiples of 2^-42; the rounding errors of sums are compensated.
 */
function logarithm<F, I, M>(l: Lanes<F, I, M>, x: F, shift?: F): Pair<F> {
  const { k: ownK, m, above } = split(l, x);
  const k = shift === undefined ? ownK : l.add(ownK, shift);
  const found = l.lookUp(intervals, l.shiftRight(above, 52 - intervalBits)).map((bits) => l.fromBits(bits));
  const [inverse = m, cHigh = m, cLow = m] = found;
  const mHigh = leading(l, m);
  const near = l.sub(l.mul(mHigh, inverse), 1);
  const far = l.mul(l.sub(m, mHigh), inverse);
  const r = l.let(l.add(near, far));
  const rLow = l.sub(far, l.sub(r, near));
  // r^2 / 2; the square of 26 bits is exact.
  const rHigh = leading(l, r);
  const half = l.mul(l.mul(rHigh, rHigh), 0.5);
  const halfLow = l.mul(l.mul(l.sub(r, rHigh), l.add(r, rHigh)), 0.5);
  const cubic = l.mul(l.mul(l.mul(r, r), r), polynomial(l, r, cube));
  const exponent = l.add(l.mul(k, ln2High), cHigh);
  const first = l.add(exponent, r);
  const firstLost = l.sub(r, l.sub(first, exponent));
  const main = l.sub(first, half);
  const mainLost = l.sub(l.sub(first, main), half);
  const rests = l.add(l.add(l.mul(k, ln2Low), cLow), l.add(firstLost, rLow));
  const small = l.let(l.add(rests, l.add(mainLost, l.sub(cubic, halfLow))));
  const high = l.let(leading(l, l.add(main, small)));
  return { high, low: l.sub(small, l.sub(high, main)) };
}

/** y ln x for |y| < 2^100. */
function exponentOf<F, I, M>(l: Lanes<F, I, M>, x: F, y: F, shift?: F): Pair<F> {
  const { high, low } = logarithm(l, x, shift);
  const yHigh = leading(l, y);
  const product = l.let(l.mul(yHigh, high));
  // Below -760 the power is zero anyway, and the rest may be large.
  const bounded = l.let(l.atLeast(product, -760));
  const rest = l.add(l.mul(l.sub(y, yHigh), high), l.mul(y, low));
  return { high: bounded, low: l.select(l.eq(bounded, product), rest, 0) };
}

/** (x 2^shift)^y for a normal x > 0. */
function power(l: Scalar, x: WasmExpr<"f64">, y: WasmExpr<"f64">, shift: WasmExpr<"f64">): WasmExpr<"f64"> {
  const { high, low } = exponentOf(l, x, y, shift);
  const less = l.select(l.lt(high, 720), l.neg(low), 0);
  return l.select(l.lt(high, 0), expLess(l, high, less), largeExp(l, high, less));
}

/**
 * Like `Math.pow`: NaN for a negative base with a non-integer exponent, and for 1 to an infinite
 * power.
 */
export const pow: MathFunction = {
  arity: 2,
  fast(l, x, y) {
    const ordinary = l.both(l.le(2 ** -1022, x), l.lt(x, Number.POSITIVE_INFINITY));
    const { high, low } = exponentOf(l, x, y);
    const inRange = l.both(l.lt(l.abs(y), 2 ** 100), l.lt(high, 670));
    return { value: expLess(l, high, l.neg(low)), holds: l.both(ordinary, inRange) };
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
      () => {
        const subnormal = body.let(l.lt(a, 2 ** -1022));
        const scaled = body.let(l.select(subnormal, l.mul(a, 2 ** 54), a));
        return power(l, scaled, bounded, l.select(subnormal, -54, 0));
      },
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

import { Below, type MathFunction } from "./function.js";
import type { Lanes, Table } from "./lanes.js";
import { polynomial } from "./polynomial.js";

/** 1.5 * 2^52: adding this rounds a number to an integer, which is then in the low bits. */
export const roundingShift = 6755399441055744;
export const exponentBias = 1023;
/** The same for a number that will be split into two biased exponents. */
export const biasedShift = roundingShift + 2 * exponentBias;
/**
 * ln 2 as the sum of two doubles; the first has 42 bits, so that its products with exponents are
 * exact.
 */
export const ln2High = 0.6931471805598903;
export const ln2Low = 5.497923018708371e-14;

/** (e^r - 1 - r - r^2/2) / r^3 on |r| <= ln(2)/2: minimax, error 2^-56.4 in e^r. */
const remainder = [
  0.1666666666666654, 0.041666666666604325, 0.008333333333444515, 0.001388888892695284, 0.00019841269577668702,
  2.4801508124385858e-5, 2.7557538139673455e-6, 2.762552913461836e-7, 2.5013770198490062e-8,
];

/** `(e^r - 1) - r` for |r| <= ln(2)/2. */
export function expTail<F, I, M>(l: Lanes<F, I, M>, r: F): F {
  return l.mul(l.mul(r, r), l.add(l.mul(r, polynomial(l, r, remainder)), 0.5));
}

/** The table divides one power of two into 256 steps. */
const stepBits = 8;
const steps = 2 ** stepBits;
/**
 * ln 2 / 256 as the sum of two doubles; the first has 34 bits, so that its products with numbers of
 * steps are exact.
 */
const stepHigh = 0.002707606173999011;
const stepLow = 6.327543041662719e-14;
/** (e^r - 1 - r) / r^2 on |r| <= ln(2)/512: minimax, error 2^-57.5 in e^r. */
const shortRemainder = [0.49999999999999756, 0.16666667994321277, 0.04166667053570656];

/**
 * Results are computed 2^54 times too large, so that only the last product rounds to a subnormal.
 */
const lift = 54;

/**
 * The bits of 2^(j/256) * 2^54, minus j at the position where a number of steps, whose lowest bits
 * are j, will be added. Computed by products of integers in units of 2^-100, starting with
 * 2^(1/256).
 */
const powers: Table = { period: steps, columns: [{ values: powersOfTwo() }] };

function powersOfTwo(): readonly bigint[] {
  const bias = BigInt(exponentBias + lift) << 52n;
  const values: bigint[] = [];
  for (let power = 1n << 100n; values.length < steps; power = (power * 0x100b1afa5abcbed6129ab13ec1n) >> 100n) {
    const mantissa = (((power >> 47n) + 1n) >> 1n) - (1n << 52n);
    values.push(bias + mantissa - (BigInt(values.length) << BigInt(52 - stepBits)));
  }
  return values;
}

interface Form<F> {
  /** Subtracted from x, and much smaller; 0 by default. */
  readonly less?: F;
  /** The result is computed this many powers of two smaller. */
  readonly lowered?: number;
  /** The factor by which the result is multiplied at the end. */
  readonly factor?: number;
}

/**
 * e^(x - less) for x < 670 as 2^(k/256) e^r with |r| <= ln(2)/512: r = x - k ln(2)/256 in two steps
 * (Cody and Waite).
 */
function byTable<F, I, M>(l: Lanes<F, I, M>, x: F, { less, lowered = 0, factor = 2 ** -lift }: Form<F> = {}): F {
  // Below -746 the result is zero anyway; NaN stays NaN.
  const clamped = l.let(l.atLeast(x, -746));
  const shifted = l.let(l.add(l.mul(clamped, steps * Math.LOG2E), roundingShift));
  const k = l.sub(shifted, roundingShift);
  const far = l.mul(k, stepLow);
  const r = l.sub(l.sub(clamped, l.mul(k, stepHigh)), less === undefined ? far : l.add(far, less));
  const bits = l.toBits(shifted);
  const [entry = bits] = l.lookUp(powers, bits);
  const power = l.plus(l.shiftLeft(bits, 52 - stepBits), entry);
  const first = l.fromBits(lowered === 0 ? power : l.minus(power, l.integer(BigInt(lowered) << 52n)));
  const rest = l.add(l.mul(l.mul(r, r), polynomial(l, r, shortRemainder)), r);
  return l.mul(l.add(first, l.mul(first, rest)), factor);
}

/** e^x from a table (Tang, ACM Trans. Math. Softw. 15 (1989) 144). */
export const exp: MathFunction = {
  arity: 1,
  fast: (l, x) => ({ value: byTable(l, x), holds: new Below(x, 670) }),
  slow: ({ l }, x) => largeExp(l, x),
};

/** e^(x - less) for x < 670; `less` supplies the digits that x alone lacks. */
export function expLess<F, I, M>(l: Lanes<F, I, M>, x: F, less: F): F {
  return byTable(l, x, { less });
}

/**
 * e^(x - less) for x > -600, computed too small instead of too large. Infinite beyond 710; NaN
 * stays NaN.
 */
export function largeExp<F, I, M>(l: Lanes<F, I, M>, x: F, less?: F): F {
  const form = { lowered: 2 * lift, factor: 2 ** lift };
  return byTable(l, l.atMost(x, 710), less === undefined ? form : { ...form, less });
}

/** e^x / 2, which stays finite a little longer. */
export function halfOfExp<F, I, M>(l: Lanes<F, I, M>, x: F): F {
  return byTable(l, l.atMost(x, 711), { lowered: 2 * lift, factor: 2 ** (lift - 1) });
}

/**
 * `value * 2^k` for |k| <= 1100, where `kBiased` is `k + biasedShift`. Multiplies by two powers of
 * two, since 2^k itself may not be a double.
 */
export function scale<F, I, M>(l: Lanes<F, I, M>, value: F, k: F, kBiased: F): F {
  const half = l.toBits(l.add(l.mul(k, 0.5), roundingShift + exponentBias));
  const first = l.fromBits(l.shiftLeft(half, 52));
  const second = l.fromBits(l.shiftLeft(l.minus(l.toBits(kBiased), half), 52));
  return l.mul(l.mul(value, first), second);
}

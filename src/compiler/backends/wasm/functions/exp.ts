import type { MathFunction } from "./function.js";
import type { Lanes } from "./lanes.js";
import { polynomial } from "./polynomial.js";

/** 1.5 * 2^52: a double of this size added rounds to an integer, which is then in the low bits. */
export const roundingShift = 6755399441055744;
export const exponentBias = 1023;
/** The same for a number that is to become two exponents, each biased. */
export const biasedShift = roundingShift + 2 * exponentBias;
/** ln 2 in two parts; the first has 42 bits, so that its products with exponents are exact. */
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

/**
 * e^x = 2^k e^r, r = x - k ln 2 in two steps (Cody and Waite), |r| <= ln(2)/2. The power of two is applied by halves, the
 * second as a product: it rounds once where the result is subnormal and overflows where it must, so that no argument is special.
 */
export const exp: MathFunction = {
  arity: 1,
  fast(l, x) {
    // Beyond, the result is infinite or zero in any case; NaN stays.
    const clamped = l.atLeast(l.atMost(x, 710), -746);
    const kBiased = l.add(l.mul(clamped, Math.LOG2E), biasedShift);
    const k = l.sub(kBiased, biasedShift);
    const r = l.sub(l.sub(clamped, l.mul(k, ln2High)), l.mul(k, ln2Low));
    const value = l.add(l.add(expTail(l, r), r), 1);
    return { value: scale(l, value, k, kBiased), ok: null };
  },
};

/** `value * 2^k` for |k| <= 1100, where `kBiased` is `k + biasedShift`: by two powers of two, of which each is a double. */
export function scale<F, I, M>(l: Lanes<F, I, M>, value: F, k: F, kBiased: F): F {
  const half = l.toBits(l.add(l.mul(k, 0.5), roundingShift + exponentBias));
  const first = l.fromBits(l.shiftLeft(half, 52));
  const second = l.fromBits(l.shiftLeft(l.minus(l.toBits(kBiased), half), 52));
  return l.mul(l.mul(value, first), second);
}

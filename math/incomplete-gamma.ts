/**
 * The regularised incomplete gamma functions P(a, x) = gamma(a, x) / gamma(a) and Q = 1 - P (DLMF
 * 8.2.4).
 *
 * Below x = a + 1, the series for P (DLMF 8.7.1), whose terms all have one sign; above, the
 * continued fraction for Q (DLMF 8.9.2). Both contain the factor x^a exp(-x) / gamma(a + 1), which
 * is expanded around its peak (Loader 2000), so that large a and x cancel before they are rounded.
 */
import { productError } from "./exp-square.js";
import { gamma, stirlingRemainder } from "./gamma.js";

const EPSILON = Number.EPSILON / 4;
const TINY = 1e-300;

/** The work grows as sqrt(a); for larger a the result is NaN. */
const LARGEST = 1e12;

/** P(a, x), 0 < a <= 1e12, x >= 0; NaN outside. */
export function gammaIncP(a: number, x: number): number {
  if (!(a > 0 && a <= LARGEST && x >= 0)) return NaN;
  if (x === 0) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/**
 * Q(a, x) = 1 - P(a, x), accurate in the upper tail; NaN outside 0 < a <= 1e12, x >= 0. For a far
 * below 1/2 and x < 1 it is computed as the difference 1 - P.
 */
export function gammaIncQ(a: number, x: number): number {
  if (!(a > 0 && a <= LARGEST && x >= 0)) return NaN;
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** x^a exp(-x) / gamma(a + 1). */
export function poissonWeight(a: number, x: number): number {
  if (a < 12) {
    // The result has underflowed long before, and x^a might overflow.
    if (x > 2000) return 0;
    const half = Math.exp(-x / 2);
    return (x ** a * half * half) / gamma(a + 1);
  }
  return (peakRatio(a, x) * Math.exp(-stirlingRemainder(a))) / Math.sqrt(2 * Math.PI * a);
}

/** (x / a)^a exp(a - x). */
function peakRatio(a: number, x: number): number {
  const ratio = x / a;
  if (ratio >= 0.4) return Math.exp(-a * excessOfLog((x - a) / a));
  // Far below the peak the power is more accurate than the logarithm.
  return powerTimesExp(ratio, a, a - x) * (1 + divisionError(x, a, ratio) * a);
}

/**
 * ratio^a exp(e) for 0 < ratio <= 1/2 and e <= a. One factor may be out of range though the product
 * is not, so it is computed as the fourth power of a quarter.
 */
export function powerTimesExp(ratio: number, a: number, e: number): number {
  const power = ratio ** (a / 4);
  if (power === 0) return 0;
  const half = (power * Math.exp(e / 4)) ** 2;
  return half * half;
}

/** The relative rounding error e of a quotient: numerator / denominator = quotient (1 + e). */
function divisionError(numerator: number, denominator: number, quotient: number): number {
  return (numerator - quotient * denominator - productError(quotient, denominator)) / numerator;
}

/** u - log(1 + u) >= 0, without the cancellation near u = 0. */
export function excessOfLog(u: number): number {
  if (Math.abs(u) > 0.4) return u - Math.log1p(u);
  // log(1 + u) = 2 artanh(s) with s = u / (2 + u); u - 2 s = u s, and the rest is a series in s^2.
  const s = u / (2 + u);
  const ss = s * s;
  let power = s;
  let sum = 0;
  for (let k = 3; ; k += 2) {
    power *= ss;
    const next = sum + power / k;
    if (next === sum) break;
    sum = next;
  }
  return u * s - 2 * sum;
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > EPSILON * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return poissonWeight(a, x) * sum;
}

function upperFraction(a: number, x: number): number {
  // Lentz's method for 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / (x + 5 - a - ...))).
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let k = 1; ; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = numerator * d + b;
    d = 1 / (d === 0 ? TINY : d);
    c = b + numerator / c;
    if (c === 0) c = TINY;
    const factor = c * d;
    value *= factor;
    if (!(Math.abs(factor - 1) > 2 * EPSILON)) break;
  }
  return poissonWeight(a, x) * a * value;
}

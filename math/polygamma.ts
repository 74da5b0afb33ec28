/**
 * Digamma psi = (log gamma)', trigamma psi' and tetragamma psi''.
 *
 * Large x: the asymptotic series (DLMF 5.11.2 and its derivatives). Small x: the upward recurrence,
 * whose terms all have one sign. Digamma instead steps down to [1, 2] and uses a polynomial with
 * its zero x0 factored out; x0 is stored as the sum of two doubles, so that values near it keep
 * their digits. Negative x: reflection (DLMF 5.5.4 and its derivatives).
 */
import { polynomial } from "./polynomial.js";
import { cosPi, sinPi } from "./trig-pi.js";

/**
 * psi(1 + y) / (1 + y - x0) in powers of 2y - 1, 0 <= y <= 1: a Chebyshev series truncated below
 * 2e-17.
 */
const DIGAMMA = [
  0.9510558760318328, -0.2118137106407303, 0.06013562106019684, -0.018550615381735008, 0.005936795278301761,
  -0.0019350666648613071, 0.0006368880303865817, -0.00021074841138175561, 6.995018825112794e-5, -2.3258242519113285e-5,
  7.741234508636364e-6, -2.578093954045772e-6, 8.589060721930695e-7, -2.863161166883193e-7, 9.543298288278275e-8,
  -3.162911147408454e-8, 1.0527692435026686e-8, -3.7083753242807277e-9, 1.2469984616707403e-9, -2.7580994814377e-10,
  8.734528429142953e-11, -8.50550766013261e-11, 2.918622732168261e-11,
];
/** x0 - 1, as the sum of two doubles. */
const ZERO_HIGH = 0.46163214496836236;
const ZERO_LOW = -1.5522348162858677e-17;

/** The Bernoulli numbers B_2, B_4, ... */
const BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798];
const DIGAMMA_SERIES = BERNOULLI.map((b, k) => b / (2 * k + 2));
const TETRAGAMMA_SERIES = BERNOULLI.map((b, k) => b * (2 * k + 3));
const ASYMPTOTIC_FROM = 12;

/**
 * The digamma function. Infinite at 0 (with the sign opposite to that of the zero), NaN at the
 * negative integers.
 */
export function digamma(x: number): number {
  if (x >= ASYMPTOTIC_FROM) {
    const r = 1 / (x * x);
    return Math.log(x) - 0.5 / x - r * polynomial(DIGAMMA_SERIES, r);
  }
  if (x >= 1) {
    let sum = 0;
    let rest = x;
    while (rest > 2) {
      rest -= 1;
      sum += 1 / rest;
    }
    return digammaOnePlus(rest - 1) + sum;
  }
  if (x > 0) return digammaOnePlus(x) - 1 / x;
  if (x < 0) return digammaNegative(-x);
  return -1 / x;
}

/** The trigamma function. Infinite at 0 and at the negative integers. */
export function trigamma(x: number): number {
  if (x > 0) {
    let sum = 0;
    let rest = x;
    for (; rest < ASYMPTOTIC_FROM; rest++) sum += 1 / (rest * rest);
    const r = 1 / (rest * rest);
    return sum + (1 / rest + (0.5 * r + (r / rest) * polynomial(BERNOULLI, r)));
  }
  if (x < 0) {
    if (Number.isInteger(x)) return Infinity;
    const cosecant = Math.PI / sinPi(x);
    return x === -Infinity ? NaN : cosecant * cosecant - trigamma(1 - x);
  }
  return x === 0 ? Infinity : NaN;
}

/**
 * The tetragamma function, the derivative of trigamma. Infinite at 0 (with the sign opposite to
 * that of the zero), NaN at the negative integers.
 */
export function tetragamma(x: number): number {
  if (x > 0) {
    let sum = 0;
    let rest = x;
    for (; rest < ASYMPTOTIC_FROM; rest++) sum += 2 / (rest * rest * rest);
    const r = 1 / (rest * rest);
    return -(sum + r * (1 + 1 / rest + r * polynomial(TETRAGAMMA_SERIES, r)));
  }
  if (x < 0) {
    if (Number.isInteger(x) || x === -Infinity) return NaN;
    const cosecant = Math.PI / sinPi(-x);
    return tetragamma(1 - x) + 2 * cosecant * cosecant * cosecant * cosPi(x);
  }
  return x === 0 ? -1 / x : NaN;
}

/** psi(1 + y), 0 <= y <= 1. */
function digammaOnePlus(y: number): number {
  return (y - ZERO_HIGH - ZERO_LOW) * polynomial(DIGAMMA, 2 * y - 1);
}

/** psi(-a), a > 0. */
function digammaNegative(a: number): number {
  if (Number.isInteger(a) || a === Infinity) return NaN;
  if (a < 1) return digamma(1 - a) + 1 / a;
  return digamma(a) + 1 / a + (Math.PI * cosPi(a)) / sinPi(a);
}

/**
 * The gamma function and the logarithm of its absolute value.
 *
 * From 1 to 2, polynomials: 1/gamma is entire, so its series is short; it is written as
 * 1 + y (1 - y) H(y), and log gamma as y (y - 1) L(y), with y = x - 1, so that integers are exact
 * and the zeros at 1 and 2 keep their digits. Below 12, the recurrence gamma(x + 1) = x gamma(x),
 * where x - 1, x - 2, ... are exact. From 12 on, Stirling's series (DLMF 5.11.1). For negative x,
 * reflection (DLMF 5.5.3). The coefficients are truncated Chebyshev series, computed for this
 * project with 60 digits; their truncation error is below 2e-17.
 */
import { polynomial } from "./polynomial.js";
import { sinPi } from "./trig-pi.js";

/** H in 1/gamma(1 + y) = 1 + y (1 - y) H(y), 0 <= y <= 1. */
const RECIPROCAL = [
  0.5772156649015329, -0.07866240661871883, -0.1206650416529564, 0.04587356973298294, 0.003675835128371136,
  -0.005946136002217494, 0.0012728051534078172, 0.00010764503743523992, -0.0001076151786584234, 2.046697453227648e-5,
  2.954588399569605e-7, -9.30245796849176e-7, 1.9918831597895534e-7, -1.6778603058396754e-8,
];

/** L in log gamma(1 + y) = y (y - 1) L(y), 0 <= y <= 1, in powers of 2y - 1. */
const LOGARITHM = [
  0.4831289505409809, -0.07297994795715297, 0.015727850268641094, -0.003913560937631769, 0.0010498186644547402,
  -0.00029455070139898493, 8.510090373499432e-5, -2.5094329864078195e-5, 7.511391855641883e-6, -2.2742409034140543e-6,
  6.948428064186312e-7, -2.1388452890262906e-7, 6.623878077265301e-8, -2.057734525447198e-8, 6.430260727636965e-9,
  -2.0735267758524892e-9, 6.566403819263112e-10, -1.6381596734648426e-10, 5.0258222095609345e-11, -3.53647433811882e-11,
  1.1586115295157278e-11,
];

/** B_2k / (2k (2k - 1)) for k = 1, 2, ...: Stirling's series in powers of 1/x^2, times 1/x. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

const SQRT_TWO_PI = 2.5066282746310002;
/** log(2 pi) / 2 - 1 / 2. */
const HALF_LOG_TWO_PI_LESS_HALF = 0.4189385332046727;
const STIRLING_FROM = 12;
/** Beyond this gamma(x) overflows. */
const LARGEST = 171.6243769563027;
/** Beyond this gamma(-x) rounds to zero. */
const LARGEST_NEGATIVE = 185;

/** The remainder log gamma(x) - ((x - 1/2) log x - x + log(2 pi)/2), for x >= 12. */
export function stirlingRemainder(x: number): number {
  return polynomial(STIRLING, 1 / (x * x)) / x;
}

/** The gamma function. Infinite at 0 (with the sign of the zero), NaN at the negative integers. */
export function gamma(x: number): number {
  if (x >= STIRLING_FROM) {
    // Factorials up to 22! are doubles, and the recurrence computes them exactly.
    if (x <= 23 && Number.isInteger(x)) return gammaBelow(x);
    if (x > LARGEST) return Infinity;
    const power = stirlingPower(x);
    return stirlingRest(x) * power * power;
  }
  if (x > 0) return gammaBelow(x);
  return x < 0 ? gammaNegative(-x) : 1 / x;
}

/** The logarithm of |gamma(x)|; infinite at 0 and at the negative integers. */
export function lgamma(x: number): number {
  if (x >= STIRLING_FROM) {
    // At infinity the formula below would give infinity times zero.
    if (x > 1e305) return x * (Math.log(x) - 1);
    return (x - 0.5) * (Math.log(x) - 1) + HALF_LOG_TWO_PI_LESS_HALF + stirlingRemainder(x);
  }
  if (x >= 1) {
    let product = 1;
    let rest = x;
    while (rest > 2) {
      rest -= 1;
      product *= rest;
    }
    return logGammaOnePlus(rest - 1) + Math.log(product);
  }
  if (x > 0) return logGammaOnePlus(x) - Math.log(x);
  if (x < 0) return lgammaNegative(-x);
  return x === 0 ? Infinity : NaN;
}

/** log gamma(1 + y) for 0 <= y <= 1. */
function logGammaOnePlus(y: number): number {
  return y * (y - 1) * polynomial(LOGARITHM, 2 * y - 1);
}

function reciprocalGammaOnePlus(y: number): number {
  return 1 + y * (1 - y) * polynomial(RECIPROCAL, y);
}

function gammaBelow(x: number): number {
  if (x < 1) return 1 / (x * reciprocalGammaOnePlus(x));
  let product = 1;
  let rest = x;
  while (rest > 2) {
    rest -= 1;
    product *= rest;
  }
  return product / reciprocalGammaOnePlus(rest - 1);
}

/**
 * gamma(x) = stirlingRest(x) stirlingPower(x)^2. Squared, because the full power would overflow
 * before gamma(x) does.
 */
function stirlingPower(x: number): number {
  return x ** (0.5 * x - 0.25);
}

function stirlingRest(x: number): number {
  return SQRT_TWO_PI * Math.exp(-x) * Math.exp(stirlingRemainder(x));
}

/** gamma(-a), a > 0: gamma(-a) gamma(a) = -pi / (a sin(pi a)). */
function gammaNegative(a: number): number {
  if (Number.isInteger(a) || a === Infinity) return NaN;
  const sine = sinPi(a);
  if (a > LARGEST_NEGATIVE) return sine > 0 ? -0 : 0;
  if (a < 1) return -gamma(1 - a) / a;
  const quotient = -Math.PI / (a * sine);
  if (a < STIRLING_FROM) return quotient / gammaBelow(a);
  // In this order only the last division rounds a subnormal result.
  const power = stirlingPower(a);
  return quotient / power / (stirlingRest(a) * power);
}

function lgammaNegative(a: number): number {
  if (Number.isInteger(a) || a === Infinity) return Infinity;
  if (a < 1) return lgamma(1 - a) - Math.log(a);
  return Math.log(Math.PI / (a * Math.abs(sinPi(a)))) - lgamma(a);
}

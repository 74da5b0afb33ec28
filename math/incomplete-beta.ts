/**
 * The regularised incomplete beta function I_x(a, b) (DLMF 8.17.2).
 *
 * Below the mean, the continued fraction of DiDonato and Morris (ACM TOMS 18, 1992, BFRAC); above
 * it, the symmetry I_x(a, b) = 1 - I_(1-x)(b, a). The factor x^a (1 - x)^b / B(a, b) is expanded
 * around its peak (Loader 2000), so that large parameters cancel before they are rounded. Functions
 * take both x and y = 1 - x, because in a tail one of them has digits that the other has lost.
 */
import { gamma, stirlingRemainder } from "./gamma.js";
import { excessOfLog, powerTimesExp } from "./incomplete-gamma.js";

const EPSILON = Number.EPSILON / 2;

/**
 * The work grows as the square root of the smaller parameter; if it is larger than this, the result
 * is NaN.
 */
const LARGEST = 1e12;

/**
 * I_x(a, b), a > 0, b > 0, 0 <= x <= 1. NaN outside this domain, if both a and b are above 1e12,
 * and if one is infinite.
 */
export function betaInc(a: number, b: number, x: number): number {
  return betaIncPair(a, b, x, 1 - x);
}

/** I_x(a, b) with y = 1 - x given separately. */
export function betaIncPair(a: number, b: number, x: number, y: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0 && Math.min(a, b) <= LARGEST && a + b < Infinity)) return NaN;
  if (x === 0) return 0;
  if (y === 0) return 1;
  return b * x < a * y ? fraction(a, b, x, y) : 1 - fraction(b, a, y, x);
}

/** x^a y^b / B(a, b), where y = 1 - x. */
export function betaWeight(a: number, b: number, x: number, y: number): number {
  const excess = x * b - y * a;
  const peak = excess < 0 ? peakRatio(a, b, x, y, excess) : peakRatio(b, a, y, x, -excess);
  const heights = (reducedGamma(a + b) / reducedGamma(a) / reducedGamma(b)) * Math.sqrt((a / (a + b)) * b);
  return (peak * heights) / Math.sqrt(2 * Math.PI);
}

/** (x (a + b) / a)^a (y (a + b) / b)^b for x below the mean a / (a + b). */
function peakRatio(a: number, b: number, x: number, y: number, excess: number): number {
  const low = excess / a;
  const high = -excess / b;
  if (low > -0.5) return Math.exp(-(a * excessOfLog(low) + b * excessOfLog(high)));
  const sum = a + b;
  return powerTimesExp((x * sum) / a, a, high > 0.5 ? b * Math.log((y * sum) / b) : b * Math.log1p(high));
}

/** gamma(a) / (sqrt(2 pi) a^(a - 1/2) exp(-a)), which tends to 1 for large a. */
function reducedGamma(a: number): number {
  if (a >= 12) return Math.exp(stirlingRemainder(a));
  return (gamma(a + 1) * Math.exp(a)) / (Math.sqrt(2 * Math.PI * a) * a ** a);
}

/**
 * The continued fraction of DiDonato and Morris for x up to the mean (lambda = a y - b x >= 0). Its
 * terms keep the digits of y.
 */
function fraction(a: number, b: number, x: number, y: number): number {
  const lambda = a * y - b * x;
  // Lentz's method for 1 / (beta_0 + alpha_1 / (beta_1 + ...)).
  let beta = (a / (a + 1)) * (lambda + 1);
  let c = beta;
  let d = 0;
  let value = beta;
  for (let k = 1; ; k++) {
    const twice = a + 2 * k;
    const shared = (k * (b - k) * x) / (twice - 1);
    const alpha = ((shared * (a + k - 1)) / (twice - 1)) * (a + b + k - 1) * x;
    beta = k + shared + ((a + k) / (twice + 1)) * (lambda + 1 + k * (1 + y));
    d = 1 / (beta + alpha * d);
    c = beta + alpha / c;
    const factor = c * d;
    value *= factor;
    if (!(Math.abs(factor - 1) > EPSILON)) break;
  }
  return betaWeight(a, b, x, y) / value;
}

/**
 * Tests whether a sample may come from a normal distribution: for 3 to 5000 values by the test of
 * Shapiro and Wilk (Biometrika 52 (1965) 591) in Royston's form (Algorithm AS R94, Applied
 * Statistics 44 (1995) 547), for more by the K^2 of D'Agostino and Pearson (Biometrika 60 (1973)
 * 613).
 */
import { normalQuantile, normalSf } from "../../math/index.js";

export interface NormalityTest {
  readonly test: "Shapiro-Wilk" | "D'Agostino-Pearson";
  /** W or K^2. */
  readonly statistic: number;
  /** The probability of so small a W, or so large a K^2, if the residuals are normal. */
  readonly p: number;
}

/** The sample size up to which Royston's approximations are valid. */
const most = 5000;

/** Returns null for fewer than three values, or if all are equal. */
export function normalityTest(values: Float64Array): NormalityTest | null {
  const n = values.length;
  const sorted = values.slice().sort();
  const range = (sorted[n - 1] as number) - (sorted[0] as number);
  if (n < 3 || !(range > 0) || !Number.isFinite(range)) return null;
  const mean = sorted.reduce((sum, value) => sum + value / n, 0);
  const z = sorted.map((value) => (value - mean) / range);
  return n <= most ? shapiroWilk(z) : dAgostinoPearson(z);
}

/** @param z the sorted sample minus its mean */
function shapiroWilk(z: Float64Array): NormalityTest {
  const n = z.length;
  const weights = shapiroWeights(n);
  let along = 0;
  for (let i = 0; i < weights.length; i++) {
    along += (weights[i] as number) * ((z[n - 1 - i] as number) - (z[i] as number));
  }
  const squares = z.reduce((sum, value) => sum + value * value, 0);
  // W = along^2 / squares is near 1. The difference is the sum of squares about the line z = along
  // a.
  let left = n % 2 === 0 ? 0 : (z[(n - 1) / 2] as number) ** 2;
  for (let i = 0; i < weights.length; i++) {
    const a = (weights[i] as number) * along;
    left += ((z[n - 1 - i] as number) - a) ** 2 + ((z[i] as number) + a) ** 2;
  }
  const rest = Math.max(left / squares, Number.MIN_VALUE);
  return { test: "Shapiro-Wilk", statistic: 1 - rest, p: shapiroP(rest, n) };
}

/**
 * The weights a_n, a_(n-1), ... of the larger half of the sample; the others are their negatives.
 */
function shapiroWeights(n: number): Float64Array {
  const half = n >> 1;
  if (n === 3) return Float64Array.of(Math.SQRT1_2);
  const m = Float64Array.from({ length: half }, (_, i) => -normalQuantile((i + 1 - 0.375) / (n + 0.25)));
  const squares = 2 * m.reduce((sum, value) => sum + value * value, 0);
  const length = Math.sqrt(squares);
  const u = 1 / Math.sqrt(n);
  const first = polynomial([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], u) + (m[0] as number) / length;
  const own = n > 5 ? 2 : 1;
  const second = polynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], u) + (m[1] as number) / length;
  const given = n > 5 ? [first, second] : [first];
  const left = m.slice(0, own).reduce((sum, value) => sum - 2 * value * value, squares);
  const share = given.reduce((sum, value) => sum - 2 * value * value, 1);
  return m.map((value, i) => given[i] ?? value / Math.sqrt(left / share));
}

/** The probability of a W below 1 - rest. */
function shapiroP(rest: number, n: number): number {
  if (n === 3) {
    const p = (6 / Math.PI) * (Math.asin(Math.sqrt(1 - rest)) - Math.asin(Math.sqrt(0.75)));
    return Math.min(1, Math.max(0, p));
  }
  const w = Math.log(rest);
  if (n <= 11) {
    const limit = -2.273 + 0.459 * n;
    if (w >= limit) return 0;
    const mean = polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n);
    const deviation = Math.exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n));
    return normalSf((-Math.log(limit - w) - mean) / deviation);
  }
  const log = Math.log(n);
  const mean = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], log);
  const deviation = Math.exp(polynomial([-0.4803, -0.082676, 0.0030302], log));
  return normalSf((w - mean) / deviation);
}

/**
 * Transforms skewness and kurtosis to normal variables (D'Agostino, Biometrika 57 (1970) 679;
 * Anscombe and Glynn, Biometrika 70 (1983) 227). The sum of their squares is a chi-square with two
 * degrees of freedom.
 */
function dAgostinoPearson(z: Float64Array): NormalityTest {
  const n = z.length;
  const moment = (k: number) => z.reduce((sum, value) => sum + value ** k, 0) / n;
  const second = moment(2);
  const statistic = skewnessScore(moment(3) / second ** 1.5, n) ** 2 + kurtosisScore(moment(4) / second ** 2, n) ** 2;
  return { test: "D'Agostino-Pearson", statistic, p: Math.exp(-statistic / 2) };
}

function skewnessScore(skewness: number, n: number): number {
  const y = skewness * Math.sqrt(((n + 1) * (n + 3)) / (6 * (n - 2)));
  const beta = (3 * (n * n + 27 * n - 70) * (n + 1) * (n + 3)) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
  const squared = Math.sqrt(2 * (beta - 1)) - 1;
  return Math.asinh(y / Math.sqrt(2 / (squared - 1))) / Math.sqrt(Math.log(squared) / 2);
}

function kurtosisScore(kurtosis: number, n: number): number {
  const mean = (3 * (n - 1)) / (n + 1);
  const variance = (24 * n * (n - 2) * (n - 3)) / ((n + 1) ** 2 * (n + 3) * (n + 5));
  const x = (kurtosis - mean) / Math.sqrt(variance);
  const beta =
    ((6 * (n * n - 5 * n + 2)) / ((n + 7) * (n + 9))) * Math.sqrt((6 * (n + 3) * (n + 5)) / (n * (n - 2) * (n - 3)));
  const a = 6 + (8 / beta) * (2 / beta + Math.sqrt(1 + 4 / (beta * beta)));
  const b = 2 / (9 * a);
  const base = (1 - 2 / a) / (1 + x * Math.sqrt(2 / (a - 4)));
  return (1 - b - Math.cbrt(base)) / Math.sqrt(b);
}

/** Coefficients start with the constant. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

/**
 * Student's t distribution with df > 0 degrees of freedom, not necessarily an integer; an infinite
 * df gives the normal distribution.
 *
 * P(|T| > t) = I_x(df/2, 1/2) with x = df / (df + t^2) and 1 - x = t^2 / (df + t^2) (DLMF 8.17,
 * Abramowitz and Stegun 26.7.1).
 */
import { gamma } from "../gamma.js";
import { betaIncPair, betaWeight } from "../incomplete-beta.js";
import { normalCdf, normalQuantile } from "./normal.js";
import { solveTail } from "./quantile.js";

/**
 * From this df on the normal distribution is used: the relative difference, of order t^4 / (4 df),
 * is below rounding error wherever the probability is not zero.
 */
const NORMAL_FROM = 1e22;

/**
 * Beyond this multiple of sqrt(df) the second term of the tail's series is of relative order
 * df / t^2, which is below rounding error.
 */
const FAR = 1e9;

/** P(T <= t). */
export function studentTCdf(t: number, df: number): number {
  return studentTSf(-t, df);
}

/** P(T > t). */
export function studentTSf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return NaN;
  if (df > NORMAL_FROM) return normalCdf(-t);
  const half = 0.5 * outside(Math.abs(t), df);
  return t < 0 ? 1 - half : half;
}

/** The t with P(T <= t) = p; infinite at p = 0 and 1, NaN for any other p outside (0, 1). */
export function studentTQuantile(p: number, df: number): number {
  if (!(df > 0 && p >= 0 && p <= 1)) return NaN;
  if (df > NORMAL_FROM) return normalQuantile(p);
  return p < 0.5 ? -upperQuantile(p, 0.5 - p, df) : upperQuantile(1 - p, p - 0.5, df);
}

/**
 * The t >= 0 with P(T > t) = q. `centre` = 1/2 - q is passed separately because it is exact near q
 * = 1/2.
 */
function upperQuantile(q: number, centre: number, df: number): number {
  if (q === 0) return Infinity;
  if (centre === 0) return 0;
  const start = -normalQuantile(q);
  const weight = (t: number): number => {
    // d/d(log t) P(|T| < t) = 2 x^(df/2) y^(1/2) / B(df/2, 1/2).
    if (t > FAR * Math.sqrt(df)) return df * farOutside(t, df);
    const { x, y } = parts(t, df);
    return 2 * betaWeight(0.5 * df, 0.5, x, y);
  };
  if (centre < 0.25) {
    return solveTail((t) => ({ probability: inside(t, df), weight: weight(t) }), 2 * centre, 1, start);
  }
  return solveTail((t) => ({ probability: outside(t, df), weight: weight(t) }), 2 * q, -1, start);
}

/** x = df / (df + t^2) and y = 1 - x, both to full precision. */
function parts(t: number, df: number): { readonly x: number; readonly y: number } {
  const ratio = t / Math.sqrt(df);
  if (ratio <= 1) {
    const r = (t * t) / df;
    return { x: 1 / (1 + r), y: r / (1 + r) };
  }
  const r = df / (t * t);
  return { x: r / (1 + r), y: 1 / (1 + r) };
}

/** P(|T| > t), t >= 0. */
function outside(t: number, df: number): number {
  if (t > FAR * Math.sqrt(df)) return farOutside(t, df);
  const { x, y } = parts(t, df);
  return betaIncPair(0.5 * df, 0.5, x, y);
}

/**
 * P(|T| > t) from the first term of its series, x^(df/2) / (df/2 B(df/2, 1/2)), for large t where x
 * alone would underflow.
 */
function farOutside(t: number, df: number): number {
  const power = (t / Math.sqrt(df)) ** -df;
  if (power === 0) return 0;
  return (power * gamma(0.5 * (df + 1))) / (gamma(0.5 * df + 1) * Math.sqrt(Math.PI));
}

/** P(|T| < t), t >= 0. */
function inside(t: number, df: number): number {
  const { x, y } = parts(t, df);
  return betaIncPair(0.5, 0.5 * df, y, x);
}

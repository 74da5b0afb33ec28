/**
 * The chi-squared distribution with df > 0 degrees of freedom: P(X <= x) = P(df/2, x/2), the
 * incomplete gamma function.
 */
import { gammaIncP, gammaIncQ, poissonWeight } from "../incomplete-gamma.js";
import { normalQuantile } from "./normal.js";
import { solveTail, type Tail } from "./quantile.js";

/** P(X <= x). */
export function chi2Cdf(x: number, df: number): number {
  return gammaIncP(0.5 * df, 0.5 * Math.max(x, 0));
}

/** P(X > x). */
export function chi2Sf(x: number, df: number): number {
  return gammaIncQ(0.5 * df, 0.5 * Math.max(x, 0));
}

/** The x with P(X <= x) = p; 0 at p = 0, infinite at p = 1, NaN for any other p outside (0, 1). */
export function chi2Quantile(p: number, df: number): number {
  if (!(df > 0 && p >= 0 && p <= 1)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  // x times the density, (x/2)^(df/2) exp(-x/2) / gamma(df/2).
  const weight = (x: number): number => 0.5 * df * poissonWeight(0.5 * df, 0.5 * x);
  const lower = (x: number): Tail => ({ probability: chi2Cdf(x, df), weight: weight(x) });
  const upper = (x: number): Tail => ({ probability: chi2Sf(x, df), weight: weight(x) });
  // Wilson and Hilferty 1931: the cube root of X / df is nearly normal.
  const c = 2 / (9 * df);
  const root = 1 - c + normalQuantile(p) * Math.sqrt(c);
  const start = root > 0.1 ? df * root ** 3 : 0.001 * df;
  return p < 0.5 ? solveTail(lower, p, 1, start) : solveTail(upper, 1 - p, -1, start);
}

/**
 * Fisher's F distribution with df1 and df2 degrees of freedom: P(F <= x) = I_u(df1/2, df2/2) with
 * u = df1 x / (df1 x + df2) (DLMF 8.17, Abramowitz and Stegun 26.6.2).
 */
import { betaIncPair, betaWeight } from "../incomplete-beta.js";
import { solveTail, type Tail } from "./quantile.js";

/** P(F <= x). */
export function fCdf(x: number, df1: number, df2: number): number {
  const { u, v } = parts(x, df1, df2);
  return betaIncPair(0.5 * df1, 0.5 * df2, u, v);
}

/** P(F > x). */
export function fSf(x: number, df1: number, df2: number): number {
  const { u, v } = parts(x, df1, df2);
  return betaIncPair(0.5 * df2, 0.5 * df1, v, u);
}

/** The x with P(F <= x) = p; 0 at p = 0, infinite at p = 1, NaN for any other p outside (0, 1). */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(df1 > 0 && df2 > 0 && p >= 0 && p <= 1)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const weight = (x: number): number => {
    const { u, v } = parts(x, df1, df2);
    return betaWeight(0.5 * df1, 0.5 * df2, u, v);
  };
  const lower = (x: number): Tail => ({ probability: fCdf(x, df1, df2), weight: weight(x) });
  const upper = (x: number): Tail => ({ probability: fSf(x, df1, df2), weight: weight(x) });
  return p < 0.5 ? solveTail(lower, p, 1, 1) : solveTail(upper, 1 - p, -1, 1);
}

/** u = df1 x / (df1 x + df2) and v = 1 - u, both to full precision. */
function parts(x: number, df1: number, df2: number): { readonly u: number; readonly v: number } {
  if (!(x > 0)) return { u: Number.isNaN(x) ? NaN : 0, v: 1 };
  const odds = (df1 / df2) * x;
  if (odds === Infinity) return { u: 1, v: 0 };
  return odds < 1
    ? { u: odds / (1 + odds), v: 1 / (1 + odds) }
    : { u: 1 / (1 + 1 / odds), v: 1 / odds / (1 + 1 / odds) };
}

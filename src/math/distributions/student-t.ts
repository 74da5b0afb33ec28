/**
 * Student's t distribution with df > 0 degrees of freedom, not necessarily whole; df = Infinity is the normal.
 *
 * P(|T| > t) = I_x(df/2, 1/2) with x = df / (df + t^2) and 1 - x = t^2 / (df + t^2) (DLMF 8.17, Abramowitz and Stegun 26.7.1).
 */
import { betaIncPair, betaWeight } from "../incomplete-beta.js";
import { normalCdf, normalQuantile } from "./normal.js";
import { solveTail } from "./quantile.js";

/** Beyond, the difference to the normal, of relative order t^4 / (4 df), is below rounding wherever the probability is not zero. */
const NORMAL_FROM = 1e22;

/** P(T <= t). */
export function studentTCdf(t: number, df: number): number {
  return studentTSf(-t, df);
}

/** P(T > t). */
export function studentTSf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return NaN;
  if (df > NORMAL_FROM) return normalCdf(-t);
  if (df === 1) return cauchySf(t);
  const half = 0.5 * outside(Math.abs(t), df);
  return t < 0 ? 1 - half : half;
}

/** The t with P(T <= t) = p; infinite at p = 0 and 1, NaN outside. */
export function studentTQuantile(p: number, df: number): number {
  if (!(df > 0 && p >= 0 && p <= 1)) return NaN;
  if (df > NORMAL_FROM) return normalQuantile(p);
  return p < 0.5 ? -upperQuantile(p, 0.5 - p, df) : upperQuantile(1 - p, p - 0.5, df);
}

/** The t >= 0 with P(T > t) = q; `centre` = 1/2 - q, exact where q is near 1/2. */
function upperQuantile(q: number, centre: number, df: number): number {
  if (q === 0) return Infinity;
  if (centre === 0) return 0;
  if (df === 1) return centre < 0.25 ? Math.tan(Math.PI * centre) : 1 / Math.tan(Math.PI * q);
  const start = -normalQuantile(q);
  const density = (t: number): number => {
    const { x, y } = parts(t, df);
    // d/dt P(|T| < t) = 2 x^(df/2) y^(1/2) / (t B(df/2, 1/2)).
    return (2 * betaWeight(0.5 * df, 0.5, x, y)) / t;
  };
  if (centre < 0.25) {
    const inner = (t: number) => ({ probability: inside(t, df), density: density(t) });
    return solveTail(inner, 2 * centre, 1, start);
  }
  return solveTail((t) => ({ probability: outside(t, df), density: density(t) }), 2 * q, -1, start);
}

/** x = df / (df + t^2) and y = 1 - x, without overflow of the square. */
function parts(t: number, df: number): { readonly x: number; readonly y: number } {
  const ratio = t / Math.sqrt(df);
  if (ratio <= 1) {
    const r = (t * t) / df;
    return { x: 1 / (1 + r), y: r / (1 + r) };
  }
  const r = t < 1e150 ? df / (t * t) : 1 / ratio / ratio;
  return { x: r / (1 + r), y: 1 / (1 + r) };
}

/** P(|T| > t), t >= 0. */
function outside(t: number, df: number): number {
  const { x, y } = parts(t, df);
  return betaIncPair(0.5 * df, 0.5, x, y);
}

/** P(|T| < t), t >= 0. */
function inside(t: number, df: number): number {
  const { x, y } = parts(t, df);
  return betaIncPair(0.5, 0.5 * df, y, x);
}

/** df = 1 in closed form, because x = 1 / (1 + t^2) underflows for large t while the tail, 1 / (pi t), does not. */
function cauchySf(t: number): number {
  return t > 0 ? Math.atan2(1, t) / Math.PI : 0.5 + Math.atan(-t) / Math.PI;
}

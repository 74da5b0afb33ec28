import { norm, type Outcome } from "./solver.js";

/** J in the scaled variables by its singular value decomposition, as the trust-region problem needs it. */
export interface Spectrum {
  /** Singular values, descending. */
  readonly s: Float64Array;
  /** Right singular vectors, column-major. */
  readonly v: Float64Array;
  /** S U' r. */
  readonly suf: Float64Array;
  /** U' r; for a robust loss it is `suf / s`, because the gradient alone is known to full accuracy. */
  readonly uf: Float64Array;
  /** Whether s_n is above eps m s_1, m being the number of residuals. */
  readonly fullRank: boolean;
}

/**
 * Minimises |J p + r|^2 within |p| <= radius, to 1 per cent of the radius: the Gauss-Newton step if it is short enough, else the p of
 * (J'J + alpha I) p = -J'r with |p| = radius (Moré, Lecture Notes in Mathematics 630 (1978) 105; with one SVD in place of
 * repeated factorisations, as SciPy does). It is scaled to that length at the end, so that it never lies outside.
 *
 * @param first the alpha of the step before
 */
export function trustRegionStep(
  { s, v, suf, uf, fullRank }: Spectrum,
  radius: number,
  first: number,
): { readonly step: Float64Array; readonly alpha: number } {
  const n = s.length;
  if (suf.every((value) => value === 0)) return { step: new Float64Array(n), alpha: 0 };
  if (fullRank) {
    const step = combine(v, n, (c) => -(uf[c] as number) / (s[c] as number));
    if (norm(step) <= radius) return { step, alpha: 0 };
  }
  let upper = norm(suf) / radius;
  let lower = 0;
  if (fullRank) {
    const { excess, slope } = excessLength(suf, s, 0, radius);
    lower = -excess / slope;
  }
  const between = () => Math.max(0.001 * upper, Math.sqrt(lower * upper));
  let alpha = !fullRank && first === 0 ? between() : first;
  for (let iteration = 0; iteration < 10; iteration++) {
    if (alpha < lower || alpha > upper) alpha = between();
    const { excess, slope } = excessLength(suf, s, alpha, radius);
    if (excess < 0) upper = alpha;
    const ratio = excess / slope;
    lower = Math.max(lower, alpha - ratio);
    alpha -= ((excess + radius) * ratio) / radius;
    if (Math.abs(excess) < 0.01 * radius) break;
  }
  const step = combine(v, n, (c) => -(suf[c] as number) / ((s[c] as number) ** 2 + alpha));
  const stretch = radius / norm(step);
  return { step: step.map((value) => value * stretch), alpha };
}

/** |p(alpha)| - radius, and its derivative by alpha. */
function excessLength(
  suf: Float64Array,
  s: Float64Array,
  alpha: number,
  radius: number,
): { excess: number; slope: number } {
  const length = norm(suf.map((value, c) => value / ((s[c] as number) ** 2 + alpha)));
  const sum = suf.reduce((total, value, c) => total + (value * value) / ((s[c] as number) ** 2 + alpha) ** 3, 0);
  return { excess: length - radius, slope: -sum / length };
}

/** The sum of the columns of `v` with the coefficients given. */
function combine(v: Float64Array, n: number, coefficient: (c: number) => number): Float64Array {
  const x = new Float64Array(n);
  for (let c = 0; c < n; c++) {
    const factor = coefficient(c);
    for (let i = 0; i < n; i++) x[i] = (x[i] as number) + factor * (v[c * n + i] as number);
  }
  return x;
}

/** The next radius: a quarter of the step where the model promised four times too much, twice itself where it held and the radius bound the step. */
export function nextRadius(radius: number, ratio: number, stepNorm: number, bound: boolean): number {
  if (ratio < 0.25) return 0.25 * stepNorm;
  return ratio > 0.75 && bound ? 2 * radius : radius;
}

/** The reduction achieved as a part of that predicted. */
export function reductionRatio(actual: number, predicted: number): number {
  if (predicted > 0) return actual / predicted;
  return predicted === 0 && actual === 0 ? 1 : 0;
}

/** SciPy's statuses: 2 the cost falls by less than ftol, 3 the step is shorter than xtol, 4 both; 0 neither. */
export function terminationStatus(
  actual: number,
  cost: number,
  stepNorm: number,
  length: number,
  ratio: number,
  { ftol, xtol }: { readonly ftol: number; readonly xtol: number },
): 0 | 2 | 3 | 4 {
  const byCost = actual < ftol * cost && ratio > 0.25;
  const byStep = stepNorm < xtol * (xtol + length);
  if (byCost) return byStep ? 4 : 2;
  return byStep ? 3 : 0;
}

export function stoppedByStatus(status: 2 | 3 | 4): Outcome["stoppedBy"] {
  return status === 2 ? "ftol" : status === 3 ? "xtol" : "ftol and xtol";
}

/**
 * Whether the residuals are rounding of those at the start twice over, which no data leave: they are 0 but for the way there, which
 * is endless where J is singular at the end.
 */
export function isExact(cost: number, first: number): boolean {
  return cost <= Number.EPSILON ** 4 * first;
}

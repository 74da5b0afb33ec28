import { type ColumnData, type FitProblem, panelRows } from "../problem.js";

/** Below this slope of its loss a residual has no influence on the fit worth the name. */
const flatSlope = 1e-6;

/** What the losses make of the residuals at the result; those of weight 0 are left out. */
export interface Influence {
  /** Residuals, N. */
  readonly count: number;
  /** Those without influence: the loss is flat there, or falls. */
  readonly flat: number;
  /** Sums of psi^2, psi' and psi'^2: psi = rho' r is the influence of a residual, psi' = rho' + 2 rho'' z its slope. */
  readonly squares: number;
  readonly slopes: number;
  readonly slopeSquares: number;
}

/** One pass over the residuals, panel by panel. For linear loss psi = r and psi' = 1. */
export function influenceOf(problem: FitProblem, data: ColumnData, rows: number, p: Float64Array): Influence {
  const { rowStatements: m, onceStatements: once, statements, losses } = problem;
  const size = Math.max(m * panelRows, once);
  const r = new Float64Array(size);
  const raw = new Float64Array(size);
  const observed = new Float64Array(size);
  const noise = new Float64Array(size);
  const weighted = statements.some((statement) => statement.noise === "weight");
  const rho = new Float64Array(3);
  let count = 0;
  let flat = 0;
  let squares = 0;
  let slopes = 0;
  let slopeSquares = 0;
  const add = (s: number, from: number, to: number): void => {
    const statement = statements[s];
    const loss = losses[statement?.loss ?? -1];
    const scale = statement?.lossScale ?? 1;
    for (let i = from; i < to; i++) {
      if (statement?.noise === "weight" && noise[i] === 0) continue;
      const value = r[i] as number;
      const z = (value / scale) ** 2;
      rho[1] = 1;
      rho[2] = 0;
      loss?.(z, rho);
      const slope = (rho[1] as number) + 2 * (rho[2] as number) * z;
      if (!((rho[1] as number) > flatSlope)) flat++;
      count++;
      squares += ((rho[1] as number) * value) ** 2;
      slopes += slope;
      slopeSquares += slope * slope;
    }
  };
  for (let from = 0; m > 0 && from < rows; from += panelRows) {
    const k = Math.min(panelRows, rows - from);
    problem.residuals(p, data, from, from + k, r);
    if (weighted) problem.measure(p, data, from, from + k, raw, observed, noise);
    for (let s = 0; s < m; s++) add(s, s * k, (s + 1) * k);
  }
  if (once > 0) {
    problem.residualsOnce(p, r);
    if (weighted) problem.measureOnce(p, raw, noise);
    for (let t = 0; t < once; t++) add(m + t, t, t + 1);
  }
  return { count, flat, squares, slopes, slopeSquares };
}

/**
 * The factor by which (J'J)^-1 becomes the covariance of an M-estimator (Huber, Robust Statistics, 1981, 7.6.4, with his
 * correction K for n parameters and N residuals):
 *
 *   K^2 [sum psi^2 / (N - n)] / [mean psi']^2,   K = 1 + n var(psi') / (N mean(psi')^2).
 *
 * J is not weighted. For linear loss the factor is the reduced chi-square. It comes from the scatter of the residuals themselves, so
 * that known deviations (`absolute`) do not enter. Infinite where the mean slope is not positive: then no minimum is told.
 */
export function robustVariance({ count, squares, slopes, slopeSquares }: Influence, n: number): number {
  const mean = slopes / count;
  if (!(mean > 0) || count <= n) return Number.POSITIVE_INFINITY;
  const spread = Math.max(0, slopeSquares / count - mean * mean);
  const correction = 1 + (n * spread) / (count * mean * mean);
  return (correction * correction * squares) / (count - n) / (mean * mean);
}

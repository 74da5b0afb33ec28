import { type ColumnData, type FitProblem, panelRows } from "../problem.js";

/**
 * The factor by which (J'J)^-1 becomes the covariance of an M-estimator (Huber, Robust Statistics, 1981, 7.6.4, with his
 * correction K for n parameters and N residuals):
 *
 *   K^2 [sum psi^2 / (N - n)] / [mean psi']^2,   K = 1 + n var(psi') / (N mean(psi')^2),
 *
 * psi = rho' r being the influence of a residual and psi' = rho' + 2 rho'' z its slope. J is not weighted. For linear loss
 * psi = r and psi' = 1, and the factor is the reduced chi-square. It comes from the scatter of the residuals themselves, so that
 * known deviations (`absolute`) do not enter. Infinite where the mean slope is not positive: then no minimum is told.
 */
export function robustVariance(
  problem: FitProblem,
  data: ColumnData,
  rows: number,
  p: Float64Array,
  n: number,
): number {
  const { rowStatements: m, onceStatements: once, statements, losses } = problem;
  const r = new Float64Array(Math.max(m * panelRows, once));
  const rho = new Float64Array(3);
  let influence = 0;
  let slopes = 0;
  let squares = 0;
  const add = (s: number, from: number, to: number): void => {
    const statement = statements[s];
    const loss = losses[statement?.loss ?? -1];
    const scale = statement?.lossScale ?? 1;
    for (let i = from; i < to; i++) {
      const value = r[i] as number;
      const z = (value / scale) ** 2;
      let psi = value;
      let slope = 1;
      if (loss !== undefined) {
        loss(z, rho);
        psi = (rho[1] as number) * value;
        slope = (rho[1] as number) + 2 * (rho[2] as number) * z;
      }
      influence += psi * psi;
      slopes += slope;
      squares += slope * slope;
    }
  };
  for (let from = 0; m > 0 && from < rows; from += panelRows) {
    const k = Math.min(panelRows, rows - from);
    problem.residuals(p, data, from, from + k, r);
    for (let s = 0; s < m; s++) add(s, s * k, (s + 1) * k);
  }
  if (once > 0) {
    problem.residualsOnce(p, r);
    for (let t = 0; t < once; t++) add(m + t, t, t + 1);
  }
  const count = rows * m + once;
  const mean = slopes / count;
  if (!(mean > 0) || count <= n) return Number.POSITIVE_INFINITY;
  const spread = Math.max(0, squares / count - mean * mean);
  const correction = 1 + (n * spread) / (count * mean * mean);
  return (correction * correction * influence) / (count - n) / (mean * mean);
}

import { type FitProblem, panelRows } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";

/** The scaled residuals at all parameters `p`: row residuals at row * statements + statement, then those that occur once. */
export function residualsOf(problem: FitProblem, p: Float64Array, data: PreparedData): Float64Array {
  const { rowStatements: m, onceStatements: once } = problem;
  const out = new Float64Array(data.rows * m + once);
  const r = new Float64Array(Math.max(m * panelRows, once));
  for (let from = 0; m > 0 && from < data.rows; from += panelRows) {
    const k = Math.min(panelRows, data.rows - from);
    problem.residuals(p, data.columns, from, from + k, r);
    for (let i = 0; i < k; i++) for (let s = 0; s < m; s++) out[(from + i) * m + s] = r[s * k + i] as number;
  }
  if (once > 0) {
    problem.residualsOnce(p, r);
    out.set(r.subarray(0, once), data.rows * m);
  }
  return out;
}

/** Their derivatives by the free parameters, row-major. */
export function jacobianOf(problem: FitProblem, p: Float64Array, data: PreparedData): Float64Array {
  const { rowStatements: m, onceStatements: once } = problem;
  const n = problem.free.length;
  const out = new Float64Array((data.rows * m + once) * n);
  const size = Math.max(m * panelRows, once);
  const r = new Float64Array(size);
  const J = new Float64Array(size * n);
  for (let from = 0; m > 0 && from < data.rows; from += panelRows) {
    const k = Math.min(panelRows, data.rows - from);
    problem.linearize(p, data.columns, from, from + k, r, J);
    for (let i = 0; i < k; i++) {
      for (let s = 0; s < m; s++) {
        for (let j = 0; j < n; j++) out[((from + i) * m + s) * n + j] = J[(j * m + s) * k + i] as number;
      }
    }
  }
  if (once > 0) {
    problem.linearizeOnce(p, r, J);
    for (let t = 0; t < once; t++) {
      for (let j = 0; j < n; j++) out[(data.rows * m + t) * n + j] = J[j * once + t] as number;
    }
  }
  return out;
}

import { type FitProblem, type FitResult, panelRows } from "../../runtime/index.js";
import { type FittedRows, paramsOf } from "./fitted-rows.js";

/**
 * The columns on which the prediction of a statement depends at the rows of the fit: those whose
 * values, replaced by NaN, change it. In the order of the spec.
 *
 * @param statement index into `FitProblem.statements`
 * @returns empty for a `residual` statement
 */
export function predictorsOf(
  problem: FitProblem,
  fit: FitResult,
  rows: FittedRows,
  statement: number,
): readonly string[] {
  const kernel = problem.predict[statement];
  if (kernel == null) return [];
  const p = paramsOf(problem, fit);
  const count = rows.rowIndex.length;
  const data = problem.columns.map(({ name }) => rows.columns.get(name) ?? new Float64Array(0));
  const J = new Float64Array(panelRows * problem.free.length);
  const predict = (columns: readonly Float64Array[], from: number, to: number) => {
    const f = new Float64Array(to - from);
    kernel(p, columns, from, to, f, J);
    return f;
  };
  const missing = new Float64Array(count).fill(Number.NaN);
  return problem.columns.flatMap(({ name, predictor }, c) => {
    if (!predictor) return [];
    const without = data.map((column, j) => (j === c ? missing : column));
    for (let from = 0; from < count; from += panelRows) {
      const to = Math.min(count, from + panelRows);
      const usual = predict(data, from, to);
      const changed = predict(without, from, to);
      if (usual.some((value, i) => !Object.is(value, changed[i]))) return [name];
    }
    return [];
  });
}

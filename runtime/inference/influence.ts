import type { FitProblem } from "../contract/fit-problem.js";
import { placesOf } from "../fold/panels.js";

/**
 * For each residual its influence on the gradient of the cost, psi = rho' r, and
 * psi' = rho' + 2 rho'' z; for linear loss r and 1.
 */
export interface Influences {
  readonly psi: Float64Array;
  readonly slopes: Float64Array;
}

/**
 * @param rows the number of rows of the data
 * @param r the scaled residuals, as `residualsOf` gives them
 */
export function influences(problem: FitProblem, rows: number, r: Float64Array): Influences {
  const rho = new Float64Array(3);
  const psi = r.slice();
  const slopes = new Float64Array(r.length).fill(1);
  for (const { statement, first, step, count } of placesOf(problem, rows)) {
    const rule = problem.losses[statement.loss];
    if (rule === undefined) continue;
    for (let i = first; i < first + count * step; i += step) {
      const value = r[i] as number;
      const z = (value / statement.lossScale) ** 2;
      rule(z, rho);
      psi[i] = (rho[1] as number) * value;
      slopes[i] = (rho[1] as number) + 2 * (rho[2] as number) * z;
    }
  }
  return { psi, slopes };
}

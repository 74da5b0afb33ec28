import type { FitOptions } from "../api/fit-options.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { chosenSolver } from "../contract/solver.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import type { StartValues } from "../solvers/start-values.js";

/**
 * The adapted problem with the solver that fits it. A solver named by the spec or the call is kept.
 * Otherwise, if the call changes the bounds or the loss, it is chosen again by the compiler's
 * rules.
 *
 * @param bounded a parameter with a bound; undefined if there is none
 * @throws FitError lmWithBounds or lmRobustLoss for `lm` with bounds or a robust loss,
 *   factorWithoutLm for `factor` with another solver
 */
export function chooseSolver(problem: FitProblem, bounded: number | undefined, options: FitOptions): FitProblem {
  const robust = problem.statements.find(({ loss }) => loss >= 0);
  const changed = options.bounds !== undefined || options.loss !== undefined;
  const chosen = chosenSolver(bounded !== undefined, robust !== undefined);
  const method = problem.solver.explicit || !changed ? problem.solver.method : chosen;

  if (method === "lm" && bounded !== undefined) {
    throw new FitError(runtimeMessages.lmWithBounds({ name: problem.params[bounded]?.name ?? "" }));
  }
  if (method === "lm" && robust !== undefined) {
    throw new FitError(runtimeMessages.lmRobustLoss({ loss: robust.lossName }));
  }
  if (method !== "lm" && options.factor !== undefined) throw new FitError(runtimeMessages.factorWithoutLm({ method }));
  return method === problem.solver.method ? problem : { ...problem, solver: { ...problem.solver, method } };
}

/** The first free parameter with a bound; undefined if there is none. */
export function boundedParam({ indices, lower, upper }: StartValues): number | undefined {
  return indices.find(
    (param) => lower[param] !== Number.NEGATIVE_INFINITY || upper[param] !== Number.POSITIVE_INFINITY,
  );
}

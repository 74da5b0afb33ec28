import { robustLosses } from "./losses.generated.js";
import type { FitProblem } from "./problem.js";
import type { FitOptions } from "./result.js";

/**
 * The problem as a call wants it solved: the options `solver` and `loss` in place of what the spec says.
 * Whatever works on a fit works on the adapted problem, so that no other part asks for these options.
 */
export function adapt(problem: FitProblem, options: FitOptions): FitProblem {
  return withLoss(withSolver(problem, options.solver), options.loss);
}

function withSolver(problem: FitProblem, method: FitOptions["solver"]): FitProblem {
  if (method === undefined) return problem;
  return { ...problem, solver: { ...problem.solver, method, explicit: true } };
}

/** Every statement with the loss that the call asks for; a prior counts as in least squares whatever the loss of the data. */
function withLoss(problem: FitProblem, loss: FitOptions["loss"]): FitProblem {
  if (loss === undefined) return problem;
  const { name, scale = 1 } = typeof loss === "string" ? { name: loss } : loss;
  const asked = { loss: name === "linear" ? -1 : 0, lossName: name, lossScale: scale };
  return {
    ...problem,
    statements: problem.statements.map((statement) =>
      statement.kind === "prior" ? { ...statement, loss: -1 } : { ...statement, ...asked },
    ),
    losses: name === "linear" ? [] : [robustLosses[name]],
  };
}

/** As if all losses were linear: what J and the residuals are by themselves. */
export function withoutLosses(problem: FitProblem): FitProblem {
  return withLoss(problem, "linear");
}

import type { FitOptions } from "../api/fit-options.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { robustLosses } from "./losses.generated.js";

/** Gives every statement the loss that the call asks for. Priors keep their linear loss. */
export function withLoss(problem: FitProblem, loss: FitOptions["loss"]): FitProblem {
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

/** The problem with all losses linear: J and the residuals without any loss scaling. */
export function withoutLosses(problem: FitProblem): FitProblem {
  return withLoss(problem, "linear");
}

import type { SolverOptions } from "./solver-options.js";

/** The solvers, in the order in which messages list them. */
export const solverNames = ["lm", "trf", "dogbox"] as const;

export type SolverName = (typeof solverNames)[number];

/**
 * The solver that the spec names, or that was chosen for it, with the options that the spec gives.
 */
export interface SolverInfo extends SolverOptions {
  readonly method: SolverName;
  /** True if the spec names the solver. */
  readonly explicit: boolean;
}

/**
 * The solver to use if neither the spec nor the call names one.
 * @param bounded true if a free parameter has a bound
 * @param robust true if a loss is not linear
 */
export function chosenSolver(bounded: boolean, robust: boolean): SolverName {
  return bounded || robust ? "trf" : "lm";
}

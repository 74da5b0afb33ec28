import type { SolverOptions } from "./solver-options.js";

/** The solvers, in the order in which messages list them. */
export const solverNames = ["lm", "trf", "dogbox"] as const;

export type SolverName = (typeof solverNames)[number];

/** The solver that a spec names, or that was chosen for it, with the options that it gives. */
export interface SolverInfo extends SolverOptions {
  readonly method: SolverName;
  /** The spec names it. */
  readonly explicit: boolean;
}

/**
 * The solver where neither the spec nor the call names one; `bounded` where a free parameter has a
 * bound, `robust` where a loss is not linear.
 */
export function chosenSolver(bounded: boolean, robust: boolean): SolverName {
  return bounded || robust ? "trf" : "lm";
}

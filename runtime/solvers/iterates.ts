import type { Iteration } from "../api/fit-options.js";
import type { Bounds } from "./bounds.js";
import type { Objective, Outcome, Settings, StartPoint, StepSolver } from "./solver.js";

/**
 * Yields the accepted iterates of a fit, each answered by the caller, and returns where it ended.
 */
export type Iterates = Generator<Iteration, Outcome, "stop" | undefined>;

/** Runs a solver. The iterates are copies, because the solver overwrites its own arrays. */
export function* iterates(
  solver: StepSolver,
  objective: Objective,
  start: StartPoint,
  bounds: Bounds,
  settings: Settings,
): Iterates {
  solver.begin(objective, start, bounds, settings);
  while (solver.advance()) {
    const { iteration, nfev, state, stepNorm, radius } = solver;
    const answer = yield { iteration, nfev, x: solver.x.slice(), cost: state.cost, stepNorm, radius };
    if (answer === "stop") return { ...outcomeOf(solver), status: -2, stoppedBy: "caller" };
  }
  return outcomeOf(solver);
}

function outcomeOf({ x, state, status, stoppedBy, nfev, njev }: StepSolver): Outcome {
  return { x: x.slice(), state, status, stoppedBy, nfev, njev };
}

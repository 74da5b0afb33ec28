import type { Bounds } from "./bounds.js";
import type { Objective, Outcome, Settings, Solver, StartPoint, StepSolver } from "./solver.js";

/** A solver as a generator of its iterates: what it shows is copied, because the solver overwrites it. */
export function* driven(
  solver: StepSolver,
  objective: Objective,
  start: StartPoint,
  bounds: Bounds,
  settings: Settings,
): Solver {
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

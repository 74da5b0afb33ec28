import type { Outcome, Solver, StepSolver } from "./solver.js";

/** A solver that has begun, as a generator of its iterates: what it shows is copied, because the solver overwrites it. */
export function* driven(solver: StepSolver): Solver {
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

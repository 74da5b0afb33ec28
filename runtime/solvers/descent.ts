import type { SolverName } from "../contract/solver.js";
import type { FoldState } from "../fold/state.js";
import { type Bounds, isUnbounded } from "./bounds.js";
import { Dogbox } from "./dogbox.js";
import { findEven } from "./even-bound.js";
import { Lm } from "./lm.js";
import { Polish } from "./polish.js";
import { stationary } from "./promised-reduction.js";
import { hasVanished } from "./rank-loss.js";
import { findHeld, snapToBounds } from "./snap.js";
import {
  type End,
  type Minimum,
  nowhere,
  type Objective,
  type Outcome,
  type Settings,
  type StartPoint,
  type StepSolver,
} from "./solver.js";
import { comesThroughData } from "./through-data.js";
import { Trf } from "./trf.js";

/** The solver called `method`, with workspaces for n parameters. */
export function stepSolver(method: SolverName, n: number): StepSolver {
  return stepSolvers[method](n);
}

const stepSolvers: Readonly<Record<SolverName, (n: number) => StepSolver>> = {
  lm: (n) => new Lm(n),
  trf: (n) => new Trf(n),
  dogbox: (n) => new Dogbox(n),
};

/**
 * Runs one local fit after another in the same workspaces: a solver and, if it converged, snapping
 * onto the active bounds and polishing. The fields describe the latest fit, and the next one
 * overwrites them. Not used under SciPy's rules.
 */
export class Descent implements End, Outcome {
  /** Where the fit ended. */
  readonly x: Float64Array;
  /**
   * The state at `x`. It comes from the objective and may be released to it, unless it is the state
   * at the start.
   */
  state: FoldState = nowhere;
  status = 0;
  stoppedBy: Outcome["stoppedBy"] = "max_evals";
  nfev = 0;
  njev = 0;
  /** The active bound of each parameter: -1 lower, 1 upper, 0 neither. */
  readonly active: Int8Array;
  /** See {@link Minimum}. */
  regular = false;
  readonly solver: StepSolver;
  private start: FoldState = nowhere;
  private readonly polish: Polish;
  private readonly snapped: Float64Array;

  /** @param n the number of active free parameters */
  constructor(n: number, method: SolverName) {
    this.x = new Float64Array(n);
    this.active = new Int8Array(n);
    this.solver = stepSolver(method, n);
    this.polish = new Polish(n);
    this.snapped = new Float64Array(n);
  }

  /**
   * Fits from a start inside the bounds.
   *
   * @returns whether the end is regular. If it is not, `minimize` has to run, from the same start.
   */
  run(objective: Objective, start: StartPoint, bounds: Bounds, settings: Settings): boolean {
    const { solver } = this;
    solver.begin(objective, start, bounds, settings);
    while (solver.advance());
    this.finish(solver, objective, start, bounds, settings);
    return this.regular;
  }

  /** Continues from where a solver ended: snaps and polishes if it converged. */
  finish(
    ended: Outcome | StepSolver,
    objective: Objective,
    start: StartPoint,
    bounds: Bounds,
    settings: Settings,
  ): void {
    this.x.set(ended.x);
    this.state = ended.state;
    this.start = start.state;
    this.status = ended.status;
    this.stoppedBy = ended.stoppedBy;
    this.nfev = ended.nfev;
    this.njev = ended.njev;
    const unbounded = isUnbounded(bounds);
    if (this.status > 0) {
      if (!unbounded) snapToBounds(objective, this, bounds, this.snapped);
      this.polish.run(objective, this, bounds, settings);
    }
    this.active.fill(0);
    let held = !unbounded && findHeld(this.x, this.state, bounds, this.active);
    if (!unbounded && this.status > 0) {
      held = findEven(objective, this, start, bounds, this.active, this.snapped) || held;
    }
    this.regular =
      this.status > 0 &&
      !held &&
      this.polish.fullRank &&
      (this.polish.promised <= stationary || comesThroughData(this.x, this.state, start.state.cost)) &&
      !hasVanished(this.state, this.start);
  }

  move(x: Float64Array, state: FoldState, objective: Objective): void {
    this.x.set(x);
    // The state at the start belongs to the caller.
    if (this.state !== this.start) objective.release(this.state);
    this.state = state;
  }

  /** A copy of the latest fit, for callers that keep it. */
  minimum(): Minimum {
    const { x, state, status, stoppedBy, nfev, njev, active, regular } = this;
    const outcome = { x: x.slice(), state, status, stoppedBy, nfev, njev };
    return { outcome, active: active.slice(), restarted: false, doubtful: false, regular };
  }
}

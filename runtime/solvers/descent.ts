import type { SolverName } from "../contract/solver.js";
import type { FoldState } from "../fold/state.js";
import { type Bounds, isUnbounded } from "./bounds.js";
import { Dogbox } from "./dogbox.js";
import { Lm } from "./lm.js";
import { Polish } from "./polish.js";
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
import { Trf } from "./trf.js";

/** The solver of a name, with workspaces for n parameters. */
export function stepSolver(method: SolverName, n: number): StepSolver {
  return stepSolvers[method](n);
}

const stepSolvers: Readonly<Record<SolverName, (n: number) => StepSolver>> = {
  lm: (n) => new Lm(n),
  trf: (n) => new Trf(n),
  dogbox: (n) => new Dogbox(n),
};

/**
 * Local fits one after another in one set of workspaces: a solver, and after it, where it converged, snapping onto the bounds
 * and polish. The fields tell of the last one, and are overwritten by the next. Not for SciPy's rules.
 */
export class Descent implements End, Outcome {
  /** Where it ended. */
  readonly x: Float64Array;
  /** The state there: the objective's, to which it may be given back unless it is that of the start. */
  state: FoldState = nowhere;
  status = 0;
  stoppedBy: Outcome["stoppedBy"] = "max_evals";
  nfev = 0;
  njev = 0;
  /** For each parameter the bound that holds it: -1 lower, 1 upper, 0 none. */
  readonly active: Int8Array;
  /** See {@link Minimum}. */
  regular = false;
  readonly solver: StepSolver;
  private start: FoldState = nowhere;
  private readonly polish: Polish;
  private readonly snapped: Float64Array;

  /** @param n active free parameters */
  constructor(n: number, method: SolverName) {
    this.x = new Float64Array(n);
    this.active = new Int8Array(n);
    this.solver = stepSolver(method, n);
    this.polish = new Polish(n);
    this.snapped = new Float64Array(n);
  }

  /**
   * Fits from a start inside the bounds.
   * @returns whether the end is regular. Any other is a matter for `minimize`, from the same start.
   */
  run(objective: Objective, start: StartPoint, bounds: Bounds, settings: Settings): boolean {
    const { solver } = this;
    solver.begin(objective, start, bounds, settings);
    while (solver.advance());
    this.finish(solver, objective, start, bounds, settings);
    return this.regular;
  }

  /** Takes over where a solver has ended, and goes on from there if it converged. */
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
    const held = !unbounded && findHeld(this.x, this.state, bounds, this.active);
    this.regular = this.status > 0 && !held && this.polish.fullRank && !hasVanished(this.state, this.start);
  }

  move(x: Float64Array, state: FoldState, objective: Objective): void {
    this.x.set(x);
    // The state at the start is the caller's.
    if (this.state !== this.start) objective.release(this.state);
    this.state = state;
  }

  /** What it tells of the last fit, to keep. */
  minimum(): Minimum {
    const { x, state, status, stoppedBy, nfev, njev, active, regular } = this;
    const outcome = { x: x.slice(), state, status, stoppedBy, nfev, njev };
    return { outcome, active: active.slice(), restarted: false, regular };
  }
}

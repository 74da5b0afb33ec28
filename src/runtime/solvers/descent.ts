import type { FoldState } from "../fold/state.js";
import type { Method } from "../problem.js";
import type { Bounds } from "./bounds.js";
import { minimize } from "./minimize.js";
import type { Objective, Outcome, Settings, StartPoint } from "./solver.js";

/**
 * Local fits one after another in one set of workspaces: the solver, and after it, where it converged, snapping onto the bounds
 * and polish. The fields tell of the last one, and are overwritten by the next.
 */
export class Descent {
  /** Where it ended. */
  readonly x: Float64Array;
  /** The state there: the objective's, to which it may be given back. */
  state: FoldState;
  status = 0;
  stoppedBy: Outcome["stoppedBy"] = "max_evals";
  nfev = 0;
  njev = 0;
  /** For each parameter the bound that holds it: -1 lower, 1 upper, 0 none. */
  readonly active: Int8Array;

  /** @param n active free parameters */
  constructor(
    readonly n: number,
    readonly method: Method,
    state: FoldState,
  ) {
    this.x = new Float64Array(n);
    this.active = new Int8Array(n);
    this.state = state;
  }

  /**
   * Fits from a start inside the bounds.
   * @param settings never those of SciPy's rules
   * @returns whether the end is a regular one, at which nothing else is to be looked into: converged, with a well conditioned J, no
   *   column of which has vanished on the way. Any other is a matter for `minimize`, from the same start.
   */
  run(objective: Objective, start: StartPoint, bounds: Bounds, settings: Settings): boolean {
    const steps = minimize(objective, start, bounds, settings);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { outcome, active } = step.value;
    this.x.set(outcome.x);
    this.active.set(active);
    this.state = outcome.state;
    this.status = outcome.status;
    this.stoppedBy = outcome.stoppedBy;
    this.nfev = outcome.nfev;
    this.njev = outcome.njev;
    return outcome.status > 0;
  }
}

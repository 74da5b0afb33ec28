import { lengthOf } from "../../math/index.js";
import type { FitResult } from "../api/fit-result.js";
import type { SolverName } from "../contract/solver.js";
import { FoldState } from "../fold/state.js";
import type { Bounds } from "./bounds.js";
import type { Chain } from "./order.js";

/** The sum of squares to be minimised, as a solver sees it: over the active free parameters. */
export interface Objective {
  /** Residuals in all. */
  readonly residuals: number;
  /** Some residual has a loss that is not linear. */
  readonly robust: boolean;
  /** Parameters that are kept in order; none where it is absent. */
  readonly chains?: readonly Chain[];
  /** The cost at a trial point; `Infinity` where a residual is not finite, or the order is not kept. */
  cost(x: Float64Array): number;
  /** The folded state at a point whose cost is finite; null where a derivative is not. */
  linearize(x: Float64Array): FoldState | null;
  /** Takes back a state that `linearize` gave and nobody needs any longer, to be used again. */
  release(state: FoldState): void;
}

/** Where a fit starts: a point inside the bounds, at which everything is finite. */
export interface StartPoint {
  readonly x: Float64Array;
  readonly state: FoldState;
}

export interface Settings {
  readonly method: SolverName;
  /** SciPy's steps and tests alone. */
  readonly scipy: boolean;
  readonly ftol: number;
  readonly xtol: number;
  readonly gtol: number;
  readonly maxEvals: number;
  /** The scale of each active parameter, or `jac` for the lengths of the columns of J. */
  readonly xScale: Float64Array | "jac";
  /** `lm` alone: the first radius is this times the scaled length of the start. */
  readonly factor: number;
}

export interface Outcome {
  readonly x: Float64Array;
  readonly state: FoldState;
  readonly status: number;
  readonly stoppedBy: FitResult["stoppedBy"];
  readonly nfev: number;
  readonly njev: number;
}

/** The state where no fit has begun yet. */
export const nowhere = new FoldState(0);

/** Where a solver has stopped, as what comes after it moves it on. */
export interface End {
  readonly x: Float64Array;
  readonly state: FoldState;
  nfev: number;
  njev: number;
  move(x: Float64Array, state: FoldState, objective: Objective): void;
}

/** Where a local fit ended, and how. */
export interface Minimum {
  readonly outcome: Outcome;
  /** For each parameter the bound it is on: -1 lower, 1 upper, 0 none. */
  readonly active: Int8Array;
  /** It had come to a dead spot, and began again beside its start. */
  readonly restarted: boolean;
  /** It converged on no bound, J has full rank there beyond doubt, and no column of it has vanished on the way. */
  readonly regular: boolean;
}

/**
 * A solver, step by step, in workspaces that serve one fit after another: what it shows of a fit is
 * overwritten as it goes on, and by the next. Away from bounds an iteration of `lm` or `trf`
 * allocates nothing but what the objective does.
 */
export interface StepSolver {
  begin(objective: Objective, start: StartPoint, bounds: Bounds, settings: Settings): void;
  /** Goes on to the next accepted iterate; false at the end. */
  advance(): boolean;
  readonly x: Float64Array;
  readonly state: FoldState;
  readonly nfev: number;
  readonly njev: number;
  readonly iteration: number;
  /** The scaled length of the last step, and the radius of the trust region after it. */
  readonly stepNorm: number;
  readonly radius: number;
  /** How it ended. */
  readonly status: number;
  readonly stoppedBy: Outcome["stoppedBy"];
}

/** The Euclidean length. */
export function norm(x: Float64Array): number {
  return lengthOf(x, 0, x.length, 1);
}

import { lengthOf } from "../../math/index.js";
import type { FitResult } from "../api/fit-result.js";
import type { SolverName } from "../contract/solver.js";
import { FoldState } from "../fold/state.js";
import type { Bounds } from "./bounds.js";
import type { Chain } from "./order.js";

/** The sum of squares that a solver minimises, as a function of the active free parameters. */
export interface Objective {
  /** The number of residuals. */
  readonly residuals: number;
  /** Some residual has a loss that is not linear. */
  readonly robust: boolean;
  /** Parameters that are kept in order; absent if there are none. */
  readonly chains?: readonly Chain[];
  /** The cost at a trial point; `Infinity` if a residual is not finite or the order is broken. */
  cost(x: Float64Array): number;
  /** The folded state at a point with a finite cost; null if a derivative is not finite. */
  linearize(x: Float64Array): FoldState | null;
  /** Takes back a state from `linearize` that is no longer needed, to reuse it. */
  release(state: FoldState): void;
}

/** The start of a fit: a point inside the bounds at which everything is finite. */
export interface StartPoint {
  readonly x: Float64Array;
  readonly state: FoldState;
  /** Lengths that the columns of J reach nearby: a scale taken from J is at least that. */
  readonly leastScale?: Float64Array;
  /** The cost that an exact fit is told by, if it is not the cost at this point. */
  readonly reference?: number;
  /** The start of the whole fit, which a run to infinity is told by, if it is not this point. */
  readonly origin?: StartPoint;
}

export interface Settings {
  readonly method: SolverName;
  /** Only SciPy's steps and tests. */
  readonly scipy: boolean;
  readonly ftol: number;
  readonly xtol: number;
  readonly gtol: number;
  readonly maxEvals: number;
  /** The scale of each active parameter, or `jac` for the lengths of the columns of J. */
  readonly xScale: Float64Array | "jac";
  /** For `lm` only: the first radius is this factor times the scaled length of the start. */
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

/** A placeholder for the state before any fit has begun. */
export const nowhere = new FoldState(0);

/** Where a solver stopped, for the steps after it to move. */
export interface End {
  readonly x: Float64Array;
  readonly state: FoldState;
  nfev: number;
  njev: number;
  move(x: Float64Array, state: FoldState, objective: Objective): void;
}

/** Where and how a local fit ended. */
export interface Minimum {
  readonly outcome: Outcome;
  /** The active bound of each parameter: -1 lower, 1 upper, 0 none. */
  readonly active: Int8Array;
  /** The first fit ended in a rank loss, and this one began again from near its start. */
  readonly restarted: boolean;
  /**
   * Columns of J were rounding at the start, or the solver first stopped where nothing backed the
   * claim that it had converged.
   */
  readonly doubtful: boolean;
  /**
   * It converged without active bounds to a point from which a full step promises no reduction, J
   * has full rank beyond doubt, and no column has vanished.
   */
  readonly regular: boolean;
}

/**
 * A solver that runs step by step, in workspaces that serve one fit after another. Each step
 * overwrites the fields, and so does the next fit. Away from bounds an iteration of `lm` or `trf`
 * allocates nothing apart from what the objective allocates.
 */
export interface StepSolver {
  begin(objective: Objective, start: StartPoint, bounds: Bounds, settings: Settings): void;
  /** Runs to the next accepted iterate; false at the end. */
  advance(): boolean;
  readonly x: Float64Array;
  readonly state: FoldState;
  readonly nfev: number;
  readonly njev: number;
  readonly iteration: number;
  /** The scaled length of the last step, and the trust-region radius after it. */
  readonly stepNorm: number;
  readonly radius: number;
  /** How the fit ended. */
  readonly status: number;
  readonly stoppedBy: Outcome["stoppedBy"];
}

/** The Euclidean length. */
export function norm(x: Float64Array): number {
  return lengthOf(x, 0, x.length, 1);
}

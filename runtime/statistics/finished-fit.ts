import type { FitOptions } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import type { FitProblem } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";
import type { FoldState } from "../fold/state.js";
import type { Bounds } from "../solvers/bounds.js";
import type { Outcome } from "../solvers/solver.js";
import type { StartValues } from "../solvers/start-values.js";

/** The input of all statistics of a finished fit. */
export interface FinishedFit {
  readonly problem: FitProblem;
  readonly data: PreparedData;
  /** The number of residuals that count: those whose weight is not 0. */
  readonly residuals: number;
  readonly options: FitOptions;
  readonly start: StartValues;
  readonly bounds: Bounds;
  /** The state at the start. */
  readonly first: FoldState;
  /** Where the fit began instead, if a derivative is not finite at the start; else null. */
  readonly beside: Float64Array | null;
  readonly outcome: Outcome;
  /** The lowest cost that the fit passed through. */
  readonly lowest: number;
  /** The minima found from several starts; null for one start. */
  readonly minima: FitResult["minima"];
  /** For each active free parameter the bound on which it ended: -1 lower, 1 upper, 0 neither. */
  readonly active: Int8Array;
  /** A fit ended in a rank loss, and this one began again from near its start. */
  readonly restarted: boolean;
  /** See `Minimum`. */
  readonly doubtful: boolean;
}

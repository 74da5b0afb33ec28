import type { FitOptions } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import type { FitProblem } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";
import type { FoldState } from "../fold/state.js";
import type { Bounds } from "../solvers/bounds.js";
import type { Outcome } from "../solvers/solver.js";
import type { StartValues } from "../solvers/start-values.js";

/** All that the statistics of a finished fit are made of. */
export interface FinishedFit {
  readonly problem: FitProblem;
  readonly data: PreparedData;
  /** Residuals that count: those of a weight that is not 0. */
  readonly residuals: number;
  readonly options: FitOptions;
  readonly start: StartValues;
  readonly bounds: Bounds;
  /** The state at the start. */
  readonly first: FoldState;
  readonly outcome: Outcome;
  /** The lowest cost met on the way. */
  readonly lowest: number;
  /** What fits from several starts came to; null for one start. */
  readonly minima: FitResult["minima"];
  /** For each active free parameter the bound it ended on: -1 lower, 1 upper, 0 none. */
  readonly active: Int8Array;
  /** It came to a dead spot, and began again beside its start. */
  readonly restarted: boolean;
}

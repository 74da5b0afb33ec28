import type { FitProblem } from "../contract/fit-problem.js";
import type { FoldState } from "./state.js";

/** A model with its data, as a fit evaluates it at one point after another. */
export interface Evaluations {
  /** Total number of residuals. */
  readonly residuals: number;
  /** True if some residual has a loss that is not linear. */
  readonly robust: boolean;
  /** Chains of parameters to be kept in order, as indices into all parameters. */
  readonly order: FitProblem["order"];
  /** Only the cost; NaN or infinite if a residual is. */
  cost(p: Float64Array): number;
  /**
   * The residuals and derivatives of all rows, folded.
   * @param state holds the result; its previous content is overwritten
   */
  linearize(p: Float64Array, state?: FoldState): FoldState;
}

import type { FitProblem } from "../contract/fit-problem.js";
import type { FoldState } from "./state.js";

/** A model over its data, as a fit asks for it at one point after another. */
export interface Evaluations {
  /** Residuals in all. */
  readonly residuals: number;
  /** Some residual has a loss that is not linear. */
  readonly robust: boolean;
  /** Chains of parameters, as indices into all of them, that are kept in order. */
  readonly order: FitProblem["order"];
  /** The cost alone; NaN or infinite where a residual is. */
  cost(p: Float64Array): number;
  /**
   * Residuals and derivatives of all rows, folded.
   * @param state is made to hold it, whatever it held
   */
  linearize(p: Float64Array, state?: FoldState): FoldState;
}

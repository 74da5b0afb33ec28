import type { FoldState } from "./state.js";

/**
 * Computes and folds the rows of a data set. There is one implementation for each kind of kernel.
 */
export interface RowKernel {
  /** True if the cost of every row is half the sum of its squared residuals. */
  readonly linear: boolean;
  /**
   * Computes the residuals and derivatives of rows `[from, to)` and folds them into `state`, whose
   * previous content is overwritten.
   * @param p all parameters
   */
  linearize(state: FoldState, p: Float64Array, from: number, to: number): void;
  /** Computes only the cost of the rows; `state` has no columns. */
  cost(state: FoldState, p: Float64Array, from: number, to: number): void;
}

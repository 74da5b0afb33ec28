import type { FoldState } from "./state.js";

/**
 * The rows of a data set under a model, as what a fold is made from: computed by one kernel or
 * another.
 */
export interface RowKernel {
  /** The cost of every row is half the sum of its squares. */
  readonly linear: boolean;
  /**
   * Puts the state of rows `[from, to)`, residuals and derivatives folded, into `state`, whatever
   * it held.
   * @param p all parameters
   */
  linearize(state: FoldState, p: Float64Array, from: number, to: number): void;
  /** The same of their cost alone: `state` is one of no columns. */
  cost(state: FoldState, p: Float64Array, from: number, to: number): void;
}

import type { ExprId, ExprPool } from "../ir/pool.js";
import type { KernelTable, ModelTables, Store } from "../plan/kernel-table.js";

/**
 * One scheduled function, as every backend prints it. An expression with a name in `temps` is
 * assigned once, in the order of `prologue` and `body`, and referred to by that name afterwards;
 * any other expression is written in place where it is used. Expressions in place have bounded
 * depth.
 */
export interface Kernel {
  readonly pool: ExprPool;
  /**
   * Readable stems (`shifted`, `t3`); the backend's mangler turns them into legal, distinct names.
   */
  readonly temps: ReadonlyMap<ExprId, string>;
  /** Assigned once per call: rates `data` and `params`. */
  readonly prologue: readonly ExprId[];
  /** Assigned once per row. */
  readonly body: readonly ExprId[];
  readonly stores: readonly Store[];
  /** The columns and parameters that the kernel reads, by index, ascending. */
  readonly columns: readonly number[];
  readonly params: readonly number[];
}

/**
 * Everything that a backend needs for one model besides the checked model: the functions of
 * `FitProblem`, scheduled.
 */
export interface ModelKernels extends KernelTable<Kernel>, ModelTables {}

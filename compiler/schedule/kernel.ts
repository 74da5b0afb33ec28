import type { ExprId, ExprPool } from "../ir/pool.js";
import type { KernelTable, ModelTables, Store } from "../plan/kernel-table.js";

/**
 * One scheduled function, as every backend prints it. An expression with a name in `temps` is
 * assigned once, in the order of `prologue` and `body`, and is used by that name afterwards; any
 * other is written in place where it is used. Whatever is in place has bounded depth.
 */
export interface Kernel {
  readonly pool: ExprPool;
  /**
   * Names are stems for a person (`shifted`, `t3`); the backend's mangler makes them legal and
   * distinct.
   */
  readonly temps: ReadonlyMap<ExprId, string>;
  /** Assigned once per call: rates `data` and `params`. */
  readonly prologue: readonly ExprId[];
  /** Assigned once per row. */
  readonly body: readonly ExprId[];
  readonly stores: readonly Store[];
  /** The columns and parameters that it reads, by index, ascending. */
  readonly columns: readonly number[];
  readonly params: readonly number[];
}

/**
 * All that a backend needs for one model, beside the checked model: the functions of `FitProblem`,
 * scheduled.
 */
export interface ModelKernels extends KernelTable<Kernel>, ModelTables {}

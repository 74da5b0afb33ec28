import type { Separable, SubexpressionInfo } from "../../runtime/contract/fit-problem.js";
import type { ExprId, ExprPool } from "../ir/pool.js";

/**
 * One scheduled function, as every backend prints it. An expression with a name in `temps` is assigned once, in the
 * order of `prologue` and `body`, and is used by that name afterwards; any other is written in place where it is used.
 * Whatever is in place has bounded depth.
 */
export interface Kernel {
  readonly pool: ExprPool;
  /** Names are stems for a person (`shifted`, `t3`); the backend's mangler makes them legal and distinct. */
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

/** `output[slot] = value`, for each row where the kernel is a row kernel. Outputs and slots are those of `FitProblem`. */
export interface Store {
  readonly output: string;
  readonly slot: number;
  readonly value: ExprId;
}

/** All that a backend needs for one model, beside the checked model: the functions of `FitProblem`, scheduled. */
export interface ModelKernels {
  /** Row residuals, scaled by sigma or weight: output `r`, slot = row statement. */
  readonly residuals: Kernel;
  /** The same and their derivatives: outputs `r`, slot = statement; `J`, slot = free parameter * row statements + statement. Structural zeros are stored as 0. */
  readonly linearize: Kernel;
  /** The residuals without a column, and their derivatives: outputs `r`, `J` (slot = free parameter * once statements + statement). Null where there are none. */
  readonly residualsOnce: Kernel | null;
  readonly linearizeOnce: Kernel | null;
  /** Unscaled: outputs `raw`, `observed` (0 for `residual`), `noise` (sigma, or weight, or 1), slot = row statement. */
  readonly measure: Kernel;
  readonly measureOnce: Kernel | null;
  /** One for each row statement of kind `fit`, else null: outputs `f`, slot 0; `J`, slot = free parameter. */
  readonly predict: readonly (Kernel | null)[];
  /** Start values and bounds: output `out`, slot = 3 * parameter + (0 start, 1 lower, 2 upper). */
  readonly start: Kernel;
  /** Derived quantities: outputs `out`, slot = derived; `J`, slot = derived * free parameters + free parameter. Null where there are none. */
  readonly derive: Kernel | null;
  /** Whether a row is kept: output `keep`, slot 0, a condition. Null where every row is. */
  readonly keep: Kernel | null;
  /** One for each different robust loss: output `rho`, slots 0 to 2: rho, rho', rho'' at the variable `z`. */
  readonly losses: readonly Kernel[];
  /** For each statement, row statements first: its position in `losses`, or -1 for linear loss. */
  readonly lossOf: readonly number[];
  /** For each statement: C. */
  readonly lossScale: readonly number[];
  /** Null where the residuals are linear in no parameter. */
  readonly separable: SeparableKernels | null;
  /** The subexpressions of all residuals: output `trace`, slot = position in `subexpressions`. */
  readonly trace: Kernel;
  readonly subexpressions: readonly SubexpressionInfo[];
  /** For each statement, row statements first: the subexpression that is its scaled residual. */
  readonly traceRoots: readonly number[];
}

/** The residuals as linear in some parameters: `Separable` of `FitProblem`. */
export interface SeparableKernels extends Pick<Separable, "linear" | "nonlinear" | "pairs" | "offsets"> {
  /** Output `B`, slot = column * row statements + statement. */
  readonly basis: Kernel;
  /** The same of the residuals without a column (slot = column * once statements + statement); null where there are none. */
  readonly basisOnce: Kernel | null;
}

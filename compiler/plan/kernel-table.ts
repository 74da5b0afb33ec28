import type { ResidualBlock, Separable, SubexpressionInfo } from "../../runtime/contract/fit-problem.js";
import type { ExprId } from "../ir/pool.js";

/**
 * `output[slot] = value`, for each row if the kernel is a row kernel. Outputs and slots are those
 * of `FitProblem`.
 */
export interface Store {
  readonly output: string;
  readonly slot: number;
  readonly value: ExprId;
}

/** One value for each kernel of a model: for example what it stores, or its schedule. */
export interface KernelTable<T> {
  /** In statement order. */
  readonly blocks: readonly BlockTable<T>[];
  /**
   * One for each statement of the row block: for a `fit`, outputs `f`, slot 0, and `J`, slot = free
   * parameter; null for a `residual`.
   */
  readonly predict: readonly (T | null)[];
  /** Start values and bounds: output `out`, slot = 3 * parameter + (0 start, 1 lower, 2 upper). */
  readonly start: T;
  /**
   * Derived quantities: outputs `out`, slot = derived; `J`, slot = derived * free parameters + free
   * parameter. Null if there are none.
   */
  readonly derive: T | null;
  /** Whether a row is kept: output `keep`, slot 0, a condition. Null if every row is kept. */
  readonly keep: T | null;
  /**
   * One for each distinct robust loss: output `rho`, slots 0 to 2: rho, rho', rho'' at the variable
   * `z`.
   */
  readonly losses: readonly T[];
  /** The subexpressions of all residuals: output `trace`, slot = position in `subexpressions`. */
  readonly trace: T;
}

/**
 * The kernels of a `ResidualBlock`. Slots count its statements from 0; structural zeros are stored
 * as 0.
 */
export interface BlockTable<T> extends Pick<ResidualBlock, "kind" | "first" | "count"> {
  /** Residuals, scaled by sigma or weight: output `r`, slot = statement. */
  readonly residuals: T;
  /** Residuals and derivatives: outputs `r`; `J`, slot = free parameter * count + statement. */
  readonly linearize: T;
  /** Unscaled: outputs `raw`, `observed` (0 for `residual`), `noise` (sigma, weight or 1). */
  readonly measure: T;
  /**
   * The basis functions: output `B`, slot = column * count + statement. Null if the residuals are
   * linear in no parameter.
   */
  readonly basis: T | null;
}

/**
 * The purpose for which a kernel reads its columns, apart from start values and derived quantities:
 * see `ColumnInfo`.
 */
export type KernelPurpose = "model" | "filter" | "prediction";

/** Maps a table to another one; the function gets each entry, its name and its purpose. */
export function mapKernels<T, U>(
  table: KernelTable<T>,
  map: (value: T, name: string, purpose: KernelPurpose) => U,
): KernelTable<U> {
  const some = (value: T | null, name: string, purpose: KernelPurpose = "model"): U | null =>
    value === null ? null : map(value, name, purpose);
  return {
    blocks: table.blocks.map(({ kind, first, count, residuals, linearize, measure, basis }) => ({
      ...{ kind, first, count },
      residuals: map(residuals, `${kind} residuals`, "model"),
      linearize: map(linearize, `${kind} linearize`, "model"),
      measure: map(measure, `${kind} measure`, "model"),
      basis: some(basis, `${kind} basis`),
    })),
    predict: table.predict.map((value, s) => some(value, `predict ${s}`, "prediction")),
    start: map(table.start, "start", "model"),
    derive: some(table.derive, "derive"),
    keep: some(table.keep, "keep", "filter"),
    losses: table.losses.map((value, l) => map(value, `loss ${l}`, "model")),
    trace: map(table.trace, "trace", "model"),
  };
}

/** An entry of a table and its name. */
export interface NamedKernel<T> {
  readonly name: string;
  readonly purpose: KernelPurpose;
  readonly value: T;
}

/** The kernels of a model as one list, for code that needs all of them. */
export function kernelsOf<T>(table: KernelTable<T>): readonly NamedKernel<T>[] {
  const list: NamedKernel<T>[] = [];
  mapKernels(table, (value, name, purpose) => list.push({ name, purpose, value }));
  return list;
}

/** Facts about the kernels of a model, other than what they compute. */
export interface ModelTables {
  /** For each statement: its position in `losses`, or -1 for linear loss. */
  readonly lossOf: readonly number[];
  /** For each statement: the loss scale C. */
  readonly lossScale: readonly number[];
  /** Null if the residuals are linear in no parameter. */
  readonly separable: Separable | null;
  readonly subexpressions: readonly SubexpressionInfo[];
  /** For each statement: the subexpression that is its scaled residual. */
  readonly traceRoots: readonly number[];
}

/** What the kernels of a model store, as lowered (not yet simplified) expressions. */
export interface ModelPlan extends KernelTable<readonly Store[]>, ModelTables {}

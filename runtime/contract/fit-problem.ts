import type { DataFormat } from "./data-formats.js";
import type { MissingPolicy } from "./missing-policies.js";
import type { NoiseInfo } from "./noise.js";
import type { SolverInfo } from "./solver.js";
import type { WasmKernel } from "./wasm-kernel.js";

/**
 * The version of the contract between emitted modules and the runtime. The runtime refuses modules
 * compiled for any other version.
 */
export const abi = 4;

/**
 * Number of rows that a kernel computes at once: few enough for the residuals and the Jacobian of a
 * panel to stay in cache.
 */
export const panelRows = 128;

/**
 * The columns of a data set after filtering, in the order of {@link FitProblem.columns}; an unused
 * column is empty.
 */
export type ColumnData = readonly Float64Array[];

/**
 * What the compiler emits for one model, and the runtime fits. All functions are pure and allocate
 * nothing. Their argument `p` holds all parameters, including fixed ones, in the order of {@link
 * params}; `d` holds the columns.
 */
export interface FitProblem {
  /** The contract version that the module was compiled for: see {@link abi}. */
  readonly abi: number;
  /** The version of the compiler. */
  readonly compiler: string;
  /** SHA-256 of the text of the spec, in hexadecimal. */
  readonly specSha256: string;
  /** The name of the model. */
  readonly model: string;
  readonly doc: string | null;
  /**
   * The data source named in the spec: its path as written, and its format. Null if the caller
   * passes arrays.
   */
  readonly source: { readonly path: string; readonly format: DataFormat } | null;
  /** What happens to a row with a missing value in a column that the model uses. */
  readonly missing: MissingPolicy;
  readonly columns: readonly ColumnInfo[];
  readonly params: readonly ParamInfo[];
  /**
   * The free parameters, as indices into `params`: those that the spec does not fix. Columns of the
   * Jacobian are in this order.
   */
  readonly free: readonly number[];
  readonly derived: readonly QuantityInfo[];
  /** The statements, in the order of the blocks that they belong to. */
  readonly statements: readonly StatementInfo[];
  readonly solver: SolverInfo;
  /**
   * Describes the parameters in which every residual is linear, for variable projection; null if
   * there are none.
   */
  readonly separable: Separable | null;
  /** Parameters to be kept in order: each chain lists indices into `params`, ascending by value. */
  readonly order: readonly (readonly number[])[];
  /**
   * The covariance matrix of the observations: its path as written, and whether its scale is known.
   * Null if the model declares none.
   */
  readonly covariance: { readonly path: string; readonly absolute: boolean } | null;

  /**
   * All residuals. The block of kind `row`, if there is one, comes first. In public results, the
   * residuals of each block follow those of the block before; within a block, the residual of
   * statement s at a row has index `row * count + s`.
   */
  readonly blocks: readonly ResidualBlock[];
  /**
   * For each statement of the block of kind `row`: computes the predicted value `f[i - from]` and
   * its derivatives `J[j * k + i - from]`, k = to - from. Null for a `residual` statement.
   */
  readonly predict: readonly (PredictKernel | null)[];
  /**
   * Writes the start value, lower bound and upper bound of parameter j to `out[3 * j]`, `out[3 * j
   * + 1]` and `out[3 * j + 2]`.
   */
  start(d: ColumnData, rows: number, out: Float64Array): void;
  /** Writes derived quantity q to `out[q]`, and its derivatives to `J[q * free.length + j]`. */
  derive(p: Float64Array, d: ColumnData, rows: number, out: Float64Array, J: Float64Array): void;
  /** Returns true if the model's `where` keeps a row; null if the model has no `where`. */
  readonly keep: ((d: ColumnData, row: number) => boolean) | null;
  /**
   * One function for each distinct robust loss: writes rho, rho' and rho'' at z = (residual / C)^2
   * to `rho[0..2]`.
   */
  readonly losses: readonly LossRule[];
  /**
   * Writes the value of every subexpression of every residual at one row to `out`; a condition is 1
   * or 0.
   */
  trace(p: Float64Array, d: ColumnData, row: number, out: Float64Array): void;
  /** Describes the values that `trace` writes, in the same order. */
  readonly subexpressions: readonly SubexpressionInfo[];
  /**
   * The row kernels and their fold as WebAssembly; null if the module was compiled without them.
   */
  readonly wasm: WasmKernel | null;
}

/**
 * Residuals that are computed together. In a block of kind `row`, every statement contributes one
 * residual for each row of the data. In a block of kind `once`, every statement contributes a
 * single residual; its functions are called with the rows `[0, 1)` and read no column.
 *
 * All functions compute rows `[from, to)`, k = to - from of them, for the m = {@link count}
 * statements. The value of statement s at row i goes to `[s * k + i - from]` of each output.
 */
export interface ResidualBlock {
  readonly kind: "row" | "once";
  /** The statements of this block: `[first, first + count)` of {@link FitProblem.statements}. */
  readonly first: number;
  readonly count: number;
  /** Computes the scaled residuals. */
  residuals(p: Float64Array, d: ColumnData, from: number, to: number, r: Float64Array): void;
  /**
   * Computes the scaled residuals and their derivatives with respect to free parameter j: `J[(j * m
   * + s) * k + i - from]`.
   */
  linearize(p: Float64Array, d: ColumnData, from: number, to: number, r: Float64Array, J: Float64Array): void;
  /**
   * Computes the residual before scaling, the observed value (0 for `residual`), and the sigma or
   * weight (1 if none is declared).
   */
  measure(
    p: Float64Array,
    d: ColumnData,
    from: number,
    to: number,
    raw: Float64Array,
    observed: Float64Array,
    noise: Float64Array,
  ): void;
  /**
   * Computes the basis described at {@link Separable}: column c goes to
   * `B[(c * m + s) * k + i - from]`. Null if the model is not separable.
   */
  readonly basis: BasisKernel | null;
}

/** Reads only the nonlinear and the fixed parameters from `p`. */
export type BasisKernel = (p: Float64Array, d: ColumnData, from: number, to: number, B: Float64Array) => void;

/** Writes rho, rho' and rho'' at z to `rho[0..2]`. */
export type LossRule = (z: number, rho: Float64Array) => void;

export type PredictKernel = (
  p: Float64Array,
  d: ColumnData,
  from: number,
  to: number,
  f: Float64Array,
  J: Float64Array,
) => void;

export interface QuantityInfo {
  readonly name: string;
  readonly unit: string | null;
  readonly doc: string | null;
}

export interface ColumnInfo extends QuantityInfo {
  /** The name of the column in the data file. */
  readonly header: string;
  /**
   * True if the column is used by a residual, sigma, weight, start value, bound or derived
   * quantity.
   */
  readonly used: boolean;
  /** True if the column is used by `where`. */
  readonly filter: boolean;
  /** True if the predicted value of a `fit` statement depends on the column. */
  readonly predictor: boolean;
}

export interface ParamInfo extends QuantityInfo {
  readonly fixed: boolean;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
  /**
   * True if the spec gives no start value: the model is linear in this parameter, and its value
   * follows from those of the others.
   */
  readonly startless: boolean;
}

/** A `prior` contributes a single residual, (k - m) / s, whose loss is always linear. */
export type StatementKind = "fit" | "residual" | "prior";

export interface StatementInfo {
  readonly kind: StatementKind;
  /** The statement as written in the spec, on one line. */
  readonly text: string;
  /**
   * The observed expression, which names the response; for a `residual` statement, `residual` and
   * its number.
   */
  readonly response: string;
  /** The observed column; -1 if an expression is observed, or nothing. */
  readonly observed: number;
  /** The declared noise; null if there is none. */
  readonly noise: NoiseInfo | null;
  /** True if the scale of the noise is known. */
  readonly absolute: boolean;
  /** Index into `losses`, or -1 for linear loss. */
  readonly loss: number;
  readonly lossName: string;
  readonly lossScale: number;
  /** Index of the scaled residual in `subexpressions`. */
  readonly root: number;
}

/**
 * A subexpression of a residual as the user wrote it. Used to report where a value first went
 * wrong.
 */
export interface SubexpressionInfo {
  /** Its text on one line, shortened if long. */
  readonly text: string;
  /** Its operands, as indices into `subexpressions`. */
  readonly operands: readonly number[];
  /**
   * In a `select`, the operands are the condition and the two branches. A `leaf` is a parameter or
   * a column.
   */
  readonly kind: "leaf" | "select" | "other";
}

/**
 * A model whose residuals are linear in some parameters beta, given the others, alpha: r = sum_i
 * beta_i phi_i(alpha) + phi_0(alpha), where phi_0 includes minus the observation. All terms are
 * scaled by sigma or weight, as the residuals are.
 *
 * The `basis` of each block has the columns [phi_i | d phi_i / d alpha_j of each pair | phi_0 | d
 * phi_0 / d alpha_j of each offset].
 */
export interface Separable {
  /** beta and alpha, as positions in `free`. Together they are all of `free`. */
  readonly linear: readonly number[];
  readonly nonlinear: readonly number[];
  /**
   * Pairs [i, j], positions in `linear` and `nonlinear`, for which d phi_i / d alpha_j is not zero
   * everywhere.
   */
  readonly pairs: readonly (readonly [number, number])[];
  /** The positions j in `nonlinear` for which d phi_0 / d alpha_j is not zero everywhere. */
  readonly offsets: readonly number[];
}

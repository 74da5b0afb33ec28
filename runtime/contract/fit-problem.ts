import type { DataFormat } from "./data-formats.js";
import type { MissingPolicy } from "./missing-policies.js";
import type { SolverInfo } from "./solver.js";
import type { WasmKernel } from "./wasm-kernel.js";

/** The version of the contract between emitted modules and the runtime, which refuses another. */
export const abi = 4;

/** Rows that a kernel is given at once: few enough for residuals and Jacobian to stay in cache. */
export const panelRows = 128;

/**
 * The columns of a data set after filtering, in the order of {@link FitProblem.columns}; an unused
 * column is empty.
 */
export type ColumnData = readonly Float64Array[];

/**
 * What the compiler emits for one model and the runtime fits. Functions are pure and allocate
 * nothing. `p` holds all parameters, fixed ones included, in the order of {@link params}; `d` the
 * columns.
 */
export interface FitProblem {
  readonly abi: number;
  /** The version of the compiler. */
  readonly compiler: string;
  readonly specSha256: string;
  readonly model: string;
  readonly doc: string | null;
  /**
   * The path of the spec's data source as written, and its format; null where the caller passes
   * arrays.
   */
  readonly source: { readonly path: string; readonly format: DataFormat } | null;
  readonly missing: MissingPolicy;
  readonly columns: readonly ColumnInfo[];
  readonly params: readonly ParamInfo[];
  /**
   * Indices into `params` of those not fixed by the spec; the columns of the Jacobian are in this
   * order.
   */
  readonly free: readonly number[];
  readonly derived: readonly QuantityInfo[];
  /** In the order of the blocks that they belong to. */
  readonly statements: readonly StatementInfo[];
  readonly solver: SolverInfo;
  /**
   * How every residual is linear in some of the parameters, given the others; null where it is in
   * none.
   */
  readonly separable: Separable | null;
  /** Chains of parameters, as indices into `params`, each of which stays below the next. */
  readonly order: readonly (readonly number[])[];
  /**
   * The path of the covariance matrix of the observations as written, and whether it is known in
   * absolute terms; null without one.
   */
  readonly covariance: { readonly path: string; readonly absolute: boolean } | null;

  /**
   * All residuals: a block of rows first, where there is one. In the results of the public
   * interface the residuals of a block follow those of the block before, at `row * count + s` for
   * its statement s.
   */
  readonly blocks: readonly ResidualBlock[];
  /**
   * For each statement of a block of rows: the predicted value `f[i - from]` and its derivatives
   * `J[j * k + i - from]`; null for `residual`.
   */
  readonly predict: readonly (PredictKernel | null)[];
  /** Start value, lower and upper bound of parameter j into `out[3 * j]` and the two after it. */
  start(d: ColumnData, rows: number, out: Float64Array): void;
  /** Derived quantities `out[q]` and their derivatives `J[q * free.length + j]`. */
  derive(p: Float64Array, d: ColumnData, rows: number, out: Float64Array, J: Float64Array): void;
  /** Whether the `where` of the model keeps a row; null where it keeps all. */
  readonly keep: ((d: ColumnData, row: number) => boolean) | null;
  /**
   * rho, rho' and rho'' at z = (residual / C)^2, into `rho[0..2]`, for each different robust loss.
   */
  readonly losses: readonly LossRule[];
  /**
   * The value of every subexpression of every residual at one row, a condition as 1 or 0, into
   * `out`.
   */
  trace(p: Float64Array, d: ColumnData, row: number, out: Float64Array): void;
  readonly subexpressions: readonly SubexpressionInfo[];
  /** The kernels of the rows, and the fold of them, as WebAssembly; null where there are none. */
  readonly wasm: WasmKernel | null;
}

/**
 * Residuals that are computed together. Statement s of the block contributes one for each of its
 * rows: those of the data in a block of kind `row`; one in all in a block of kind `once`, whose
 * functions are called with the rows `[0, 1)` and read no column.
 *
 * The functions compute rows `[from, to)`, k = to - from of them, of the m = {@link count}
 * statements: the value of statement s at row i goes to `[s * k + i - from]` of each output.
 */
export interface ResidualBlock {
  readonly kind: "row" | "once";
  /** Its statements are `[first, first + count)` of {@link FitProblem.statements}. */
  readonly first: number;
  readonly count: number;
  residuals(p: Float64Array, d: ColumnData, from: number, to: number, r: Float64Array): void;
  /** The same, and the derivatives by free parameter j: `J[(j * m + s) * k + i - from]`. */
  linearize(p: Float64Array, d: ColumnData, from: number, to: number, r: Float64Array, J: Float64Array): void;
  /**
   * The residual before scaling, what was observed (0 for `residual`), and the sigma or weight (1
   * where there is none).
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
   * Column c of {@link Separable}: `B[(c * m + s) * k + i - from]`. Null where the model is not
   * separable.
   */
  readonly basis: BasisKernel | null;
}

/** Of `p` only the nonlinear parameters and the fixed ones are read. */
export type BasisKernel = (p: Float64Array, d: ColumnData, from: number, to: number, B: Float64Array) => void;

/** rho, rho' and rho'' at z, into `rho[0..2]`. */
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
  /** Its name in the file. */
  readonly header: string;
  /** It occurs in a residual, a sigma, a weight, a start value, a bound, or a derived quantity. */
  readonly used: boolean;
  /** It occurs in `where`. */
  readonly filter: boolean;
  /** It occurs in what a `fit` predicts. */
  readonly predictor: boolean;
}

export interface ParamInfo extends QuantityInfo {
  readonly fixed: boolean;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
  /**
   * The spec gives no start value: the model is linear in it, and the value follows from those of
   * the others.
   */
  readonly startless: boolean;
}

/** A `prior` contributes one residual in all, (k - m) / s, always of linear loss. */
export type StatementKind = "fit" | "residual" | "prior";
export type NoiseKind = "none" | "sigma" | "weight";

export interface StatementInfo {
  readonly kind: StatementKind;
  /** The statement on one line, as the spec has it. */
  readonly text: string;
  /** What is observed, which names the response; for `residual`, `residual` and its number. */
  readonly response: string;
  /** The column that is observed; -1 where it is an expression, or none. */
  readonly observed: number;
  readonly noise: NoiseKind;
  readonly noiseText: string;
  /**
   * The column that is the sigma or the weight; -1 where that is an expression, or there is none.
   */
  readonly noiseColumn: number;
  readonly absolute: boolean;
  /** Index into `losses`, or -1 for linear loss. */
  readonly loss: number;
  readonly lossName: string;
  readonly lossScale: number;
  /** Its scaled residual among the subexpressions. */
  readonly root: number;
}

/**
 * A subexpression of a residual as the user wrote it, for telling where a value first went wrong.
 */
export interface SubexpressionInfo {
  /** On one line, shortened where long. */
  readonly text: string;
  /** Positions among the subexpressions. */
  readonly operands: readonly number[];
  /**
   * `select`: the operands are the condition, and the two branches. `leaf`: a parameter or a
   * column.
   */
  readonly kind: "leaf" | "select" | "other";
}

/**
 * A model whose residuals are linear in some parameters beta given the others, alpha: r = sum_i
 * beta_i phi_i(alpha) + phi_0(alpha), phi_0 holding minus the observation. Everything is scaled by
 * sigma or weight as the residuals are.
 *
 * The `basis` of each block has the columns [phi_i | d phi_i / d alpha_j of each pair | phi_0 |
 * d phi_0 / d alpha_j of each offset].
 */
export interface Separable {
  /** beta and alpha, as positions in `free`; together they are all of it. */
  readonly linear: readonly number[];
  readonly nonlinear: readonly number[];
  /**
   * Pairs [i, j], positions in `linear` and `nonlinear`: those for which d phi_i / d alpha_j is not
   * zero everywhere.
   */
  readonly pairs: readonly (readonly [number, number])[];
  /** The positions j in `nonlinear` for which d phi_0 / d alpha_j is not zero everywhere. */
  readonly offsets: readonly number[];
}

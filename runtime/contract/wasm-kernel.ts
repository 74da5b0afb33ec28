/** The name of the module from which a kernel imports functions. */
export const importModule = "math";

/** The number of rows computed in one step; panels are padded to a multiple of it. */
export const rowStep = 4;

/** Number of bytes after the last data column that a kernel may read. */
export const slackBytes = 8 * (rowStep - 1);

/** Added to the status of a fit by the WebAssembly `lm` if it stopped because of rounding error. */
export const byRounding = 4;

/**
 * A WebAssembly module that computes rows as `linearize` and `residuals` of a `ResidualBlock` do,
 * up to rounding, and folds them. It exports its `memory` and
 *
 * - `prepare()`: clears the state. Called once the parameters are written, before the rows;
 * - `fold(columns, stride, rows, count)`: computes residuals and derivatives of the rows and adds
 *   them to the state, folding `count` columns of J;
 * - `cost(columns, stride, rows)`: adds only the cost of the rows;
 * - `linearize(columns, stride, rows)` and `residuals(columns, stride, rows)`: compute at most one
 *   panel and write it to the panel's memory;
 * - `reduce(count, bytes)`: folds the current panel into the factor; `bytes` is the length of a
 *   panel column in bytes;
 * - for some models, `fit(columns, stride, rows)`: a whole fit by `lm` from the parameters written,
 *   for linear loss without bounds, with all free parameters fitted and scaled by the columns of J.
 *   Returns 0 if a case came up that it does not handle: the caller then fits from the start.
 *   Otherwise returns the status, plus {@link byRounding} if rounding error stopped the fit; the
 *   state is then that at the end.
 *
 * Column c begins at `columns + c * stride` bytes. Up to {@link slackBytes} bytes after the last
 * column are read too.
 */
export interface WasmKernel {
  readonly layout: WasmLayout;
  /**
   * The data columns to be copied into memory, in this order, as indices into the model's columns.
   */
  readonly columns: readonly number[];
  /**
   * The functions to import from module {@link importModule}: from `functions.ts`, or methods of
   * `Math`.
   */
  readonly imports: readonly string[];
  /** Address of the first byte of memory that the module leaves free. */
  readonly heap: number;
  /** The module, encoded as base64. */
  readonly bytes: string;
}

/**
 * The memory layout of a {@link WasmKernel}: byte addresses, of doubles except for `table`, which
 * holds i32.
 */
export interface WasmLayout {
  /** All parameters. Written before `prepare`. */
  readonly params: number;
  /**
   * The addresses of the panel columns to fold, that of the residuals last. Written before `fold`
   * and `reduce`.
   */
  readonly table: number;
  /**
   * The state. Its parts are those of `FoldState`; when all columns of J are folded, they lie one
   * after another in the same order. With `count` columns and width = count + 1: the factor has
   * `count` rows of `width` entries; the sums and their compensations have `width` entries each.
   */
  readonly factor: number;
  readonly sums: number;
  readonly errors: number;
  /**
   * In the state: the number of non-finite residuals, then the number of non-finite derivatives.
   */
  readonly bad: number;
  /**
   * The panel: the columns of J, then the residuals, `panelColumnBytes` apart. Each column holds
   * one statement after another, each with one entry for each row of the panel, padded with zeros
   * to a multiple of {@link rowStep}.
   */
  readonly panel: number;
  readonly panelColumnBytes: number;
  /**
   * For `fit`, one after another. Written before: ftol, xtol, gtol, the factor of the initial
   * radius, and the maximum number of evaluations. Written by `fit`: the cost at the start, the
   * number of evaluations of residuals and of derivatives, and the free parameters at the end.
   */
  readonly lm: number;
}

/** The module that a kernel imports functions from. */
export const importModule = "math";

/** Rows are computed in steps of so many: panels are padded to a multiple of it. */
export const rowStep = 4;

/** Bytes behind the last column of the data that a kernel may read. */
export const slackBytes = 8 * (rowStep - 1);

/** What is added to the status of a whole fit where rounding decided. */
export const byRounding = 4;

/**
 * A WebAssembly module that computes and folds rows as `linearize` and `residuals` of `FitProblem`
 * say, up to rounding. It exports its `memory` and
 *
 * - `prepare()`, to be called once parameters are written, before the rows: it clears the state;
 * - `fold(columns, stride, rows, count)`: adds the rows, linearised, to the state, `count` columns
 *   of J being folded;
 * - `cost(columns, stride, rows)`: adds their cost alone;
 * - `linearize(columns, stride, rows)` and `residuals(columns, stride, rows)`: a panel at most,
 *   into the panel;
 * - `reduce(count, bytes)`: folds the panel as it lies into the factor; `bytes` are those of a
 *   column of the panel;
 * - of some models, `fit(columns, stride, rows)`: a whole fit by `lm` from the parameters written,
 *   all the free ones of which are fitted, for linear loss, without bounds, scaled by the columns
 *   of J. 0 where something came up that it leaves to the caller, who fits from the start; else the
 *   status, {@link byRounding} more where rounding decided, and the state is that at the end.
 *
 * Column c of those in memory begins at `columns + c * stride` bytes, and {@link slackBytes} behind
 * the last are read too.
 */
export interface WasmKernel {
  readonly layout: WasmLayout;
  /** The columns that are to be in memory, as indices into those of the model, in this order. */
  readonly columns: readonly number[];
  /**
   * The functions that it imports, from module {@link importModule}: of `functions.ts`, or else of
   * `Math`.
   */
  readonly imports: readonly string[];
  /** The first byte of memory that the module leaves free. */
  readonly heap: number;
  /** The module itself, as base64. */
  readonly bytes: string;
}

/**
 * Where things lie in the memory of a {@link WasmKernel}: addresses in bytes of doubles, of i32 for
 * the table.
 */
export interface WasmLayout {
  /** All parameters: written before `prepare`. */
  readonly params: number;
  /**
   * The addresses of the panel's columns that are folded, that of the residuals last: written
   * before `fold` and `reduce`.
   */
  readonly table: number;
  /**
   * The state, whose parts are those of a `FoldState`, and for all columns of J lie one after
   * another as there. For `count` columns, width = count + 1: the factor, `count` rows of `width`;
   * sums and what they have lost, `width` each.
   */
  readonly factor: number;
  readonly sums: number;
  readonly errors: number;
  /** In the state: how many residuals, and how many derivatives, are not finite. */
  readonly bad: number;
  /**
   * The panel: the columns of J, then the residuals, `panelColumnBytes` apart. In each, the
   * statements one after another, each of as many rows as the panel has, padded by zeros to a
   * multiple of {@link rowStep}.
   */
  readonly panel: number;
  readonly panelColumnBytes: number;
  /**
   * For `fit`, one after another: ftol, xtol, gtol, the factor of the first radius and the most
   * evaluations, which are written before; the cost at the start, how many evaluations there were
   * of residuals and of derivatives, and the free parameters at the end.
   */
  readonly lm: number;
}

import type { ColumnData } from "../contract/fit-problem.js";
import type { LossName } from "../contract/losses.js";
import type { CompiledWasm } from "../fold/wasm/module.js";
import type { RowModel } from "../fold/wasm/row-model.js";
import type { Settings } from "../solvers/solver.js";

/**
 * The messages between the calling thread and its workers. A worker answers each request with
 * exactly one answer, in the order of the requests, so messages need no numbers. They contain only
 * what `postMessage` can carry: plain data, compiled WebAssembly and shared memory.
 */
export type Request = LoadRequest | FoldRequest | BatchRequest | FitsRequest | ForgetRequest;
/** The first request to a worker. */
export type FirstRequest = LoadRequest | BatchRequest;

/** The model and the data for all later requests. */
export interface LoadRequest {
  readonly kind: "load";
  readonly module: CompiledWasm;
  readonly model: RowModel;
  /** The columns of J to fold, as indices into `problem.free`. */
  readonly active: readonly number[];
  /** For each statement of the row block its loss, by name because functions cannot be sent. */
  readonly losses: readonly NamedLoss[];
  /** The columns in shared memory; null if the rows come with each request. */
  readonly columns: ColumnData | null;
}

export interface NamedLoss {
  readonly name: LossName;
  readonly scale: number;
}

/** Folds chunks of rows at one point, each into its own state. */
export interface FoldRequest {
  readonly kind: "fold";
  /** True to fold derivatives too, false for the cost alone. */
  readonly derivatives: boolean;
  /** All parameters. */
  readonly p: Float64Array;
  readonly chunks: readonly RequestedChunk[];
}

/** A chunk: its index, and its rows `[from, to)`. */
export interface RequestedChunk {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /**
   * The rows of the chunk, which the worker keeps for later requests; null if it has them already.
   */
  readonly columns: ColumnData | null;
}

/** The model and the data sets for all later requests. */
export interface BatchRequest {
  readonly kind: "batch";
  readonly module: CompiledWasm;
  readonly model: RowModel;
  /** The columns of J to fold, as indices into `problem.free`. */
  readonly active: readonly number[];
  readonly plan: BatchPlan;
  /** The columns in shared memory; null if the rows come with each request. */
  readonly columns: ColumnData | null;
}

/** What all fits of a batch have in common, as plain data. */
export interface BatchPlan {
  /** Number of parameters, including fixed ones. */
  readonly params: number;
  /** The parameters to fit, as indices into all parameters. */
  readonly indices: readonly number[];
  readonly rowStatements: number;
  /** True if the scale of the noise is known. */
  readonly absolute: boolean;
  readonly settings: Settings;
}

/** Fits some data sets. */
export interface FitsRequest {
  readonly kind: "fits";
  /** For each data set its rows `[from, to)` of the columns. */
  readonly rows: Float64Array;
  /** For each data set and each parameter the start value, the lower bound and the upper bound. */
  readonly starts: Float64Array;
  /** For each data set the number of residuals that count. */
  readonly residuals: Float64Array;
  /** The rows of the data sets; null if the worker has all rows in shared memory. */
  readonly columns: ColumnData | null;
}

/** Releases the model and the data, so that the worker can wait for others. */
export interface ForgetRequest {
  readonly kind: "forget";
}

export type Answer = LoadedAnswer | FoldedAnswer | FittedAnswer | ForgottenAnswer | FailedAnswer;

export interface LoadedAnswer {
  readonly kind: "loaded";
}

export interface FoldedAnswer {
  readonly kind: "folded";
  /** The saved states, one after another, in the order of the requested chunks. */
  readonly values: Float64Array;
}

export interface FittedAnswer {
  readonly kind: "fitted";
  /** For each data set the record of its fit, or NaN if the fit is left to `fit`. */
  readonly values: Float64Array;
}

export interface ForgottenAnswer {
  readonly kind: "forgotten";
}

/** The request failed, because of a bug or a lack of memory. */
export interface FailedAnswer {
  readonly kind: "failed";
  readonly message: string;
}

/** The answer to a request that succeeds. */
export type AnswerTo<R extends Request> = R extends FirstRequest
  ? LoadedAnswer
  : R extends FoldRequest
    ? FoldedAnswer
    : R extends FitsRequest
      ? FittedAnswer
      : R extends ForgetRequest
        ? ForgottenAnswer
        : never;

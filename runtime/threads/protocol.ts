import type { ColumnData } from "../contract/fit-problem.js";
import type { LossName } from "../contract/losses.js";
import type { CompiledModule } from "../fold/wasm/module.js";
import type { RowModel } from "../fold/wasm/row-model.js";
import type { Settings } from "../solvers/solver.js";

/**
 * What the calling thread and its workers tell each other. A worker answers each request by one
 * answer, in the order of the requests, so that neither needs a number. All is plain data, compiled
 * WebAssembly and shared memory: what `postMessage` can carry.
 */
export type Request = LoadRequest | FoldRequest | BatchRequest | FitsRequest | ForgetRequest;
/** What a worker is told first. */
export type FirstRequest = LoadRequest | BatchRequest;

/** The model and the data that all later requests are about. */
export interface LoadRequest {
  readonly kind: "load";
  readonly module: CompiledModule;
  readonly model: RowModel;
  /** The columns of J to fold, as indices into `problem.free`. */
  readonly active: readonly number[];
  /** Of each row statement its loss, by name because no function can be sent. */
  readonly losses: readonly NamedLoss[];
  /** The columns in shared memory; null where the rows come with each request. */
  readonly columns: ColumnData | null;
}

export interface NamedLoss {
  readonly name: LossName;
  readonly scale: number;
}

/** Folds chunks of rows at one point, each into a state of its own. */
export interface FoldRequest {
  readonly kind: "fold";
  /** Whether derivatives are folded, or the cost alone. */
  readonly derivatives: boolean;
  /** All parameters. */
  readonly p: Float64Array;
  readonly chunks: readonly RequestedChunk[];
}

/** A chunk by its number, and rows `[from, to)`. */
export interface RequestedChunk {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Its own rows of the columns, where the worker is to keep them for later requests. */
  readonly columns: ColumnData | null;
}

/** The model, and the data sets that all later requests are about. */
export interface BatchRequest {
  readonly kind: "batch";
  readonly module: CompiledModule;
  readonly model: RowModel;
  /** The columns of J to fold, as indices into `problem.free`. */
  readonly active: readonly number[];
  readonly plan: BatchPlan;
  /** The columns in shared memory; null where the rows come with each request. */
  readonly columns: ColumnData | null;
}

/** What all fits of a batch have in common: plain data. */
export interface BatchPlan {
  /** Parameters in all. */
  readonly params: number;
  /** The active free ones among them. */
  readonly indices: readonly number[];
  readonly rowStatements: number;
  /** The model is linear in some of its parameters. */
  readonly separable: boolean;
  /** The deviations of the observations are known. */
  readonly absolute: boolean;
  readonly settings: Settings;
}

/** Fits some data sets. */
export interface FitsRequest {
  readonly kind: "fits";
  /** Of each data set its rows `[from, to)` of the columns. */
  readonly rows: Float64Array;
  /** Of each data set, of each parameter the start value, the lower and the upper bound. */
  readonly starts: Float64Array;
  /** Of each data set how many residuals count. */
  readonly residuals: Float64Array;
  /** Their rows, where the worker does not share all. */
  readonly columns: ColumnData | null;
}

/** Gives up the model and the data: the worker is to wait for others. */
export interface ForgetRequest {
  readonly kind: "forget";
}

export type Answer = LoadedAnswer | FoldedAnswer | FittedAnswer | ForgottenAnswer | FailedAnswer;

export interface LoadedAnswer {
  readonly kind: "loaded";
}

export interface FoldedAnswer {
  readonly kind: "folded";
  /**
   * The values of the states, one after another, in the order in which the chunks were asked for.
   */
  readonly values: Float64Array;
}

export interface FittedAnswer {
  readonly kind: "fitted";
  /** For each data set a record of its fit, or NaN where it is left to `fit`. */
  readonly values: Float64Array;
}

export interface ForgottenAnswer {
  readonly kind: "forgotten";
}

/** The request could not be served: a fault of ours, or memory that was not to be had. */
export interface FailedAnswer {
  readonly kind: "failed";
  readonly message: string;
}

/** The answer to a request that does not fail. */
export type AnswerTo<R extends Request> = R extends FirstRequest
  ? LoadedAnswer
  : R extends FoldRequest
    ? FoldedAnswer
    : R extends FitsRequest
      ? FittedAnswer
      : R extends ForgetRequest
        ? ForgottenAnswer
        : never;

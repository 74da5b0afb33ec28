import type { AbortSignalLike } from "../api/abort-signal.js";
import { callback, type Rules, wholeNumber } from "../api/check-options.js";
import type { FitOptions, ModelShape } from "../api/fit-options.js";
import { nodeParallelism } from "./node-threads.js";
import type { WorkerLike } from "./worker-like.js";

/** How a call uses worker threads. */
export interface ThreadOptions {
  /**
   * Number of threads, including the calling one; default: as many as the machine runs at once.
   * Threads for which there is no chunk of rows or data set are not started.
   */
  readonly threads?: number;
  /**
   * Makes a worker that runs the script `fitc/worker`. Needed only if the script is not next to the
   * runtime, for example with a bundler that does not include it.
   */
  readonly worker?: () => WorkerLike;
}

export const threadRules: Rules<ThreadOptions> = {
  // A larger number is surely a mistake: each worker has its own memory.
  threads: wholeNumber({ least: 1, most: 1024 }),
  worker: callback("a function that returns a worker"),
};

/** Options of `fitParallel`. */
export interface ParallelOptions<M extends ModelShape = ModelShape> extends FitOptions<M>, ThreadOptions {
  /** Checked between chunks of rows. Once it is aborted, the promise rejects with its reason. */
  readonly signal?: AbortSignalLike;
}

interface NavigatorLike {
  readonly hardwareConcurrency?: number;
}

/** The number of threads that the machine runs at once, as far as it can be found out. */
export function hardwareThreads(): number {
  const { navigator } = globalThis as { readonly navigator?: NavigatorLike };
  return nodeParallelism() ?? navigator?.hardwareConcurrency ?? 1;
}

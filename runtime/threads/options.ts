import type { AbortSignalLike } from "../api/abort-signal.js";
import { type Rules, wholeNumber } from "../api/check-options.js";
import type { FitOptions, ModelShape } from "../api/fit-options.js";
import { nodeParallelism } from "./node-threads.js";
import type { WorkerLike } from "./worker-like.js";

/** How a call uses threads. */
export interface ThreadOptions {
  /**
   * How many threads work, the calling one among them; as many as the machine runs at once. More
   * than there are chunks of rows, or of data sets, have nothing to do and are not started.
   */
  readonly threads?: number;
  /**
   * Makes a worker that runs the script `fitc/worker`, where that does not lie beside the runtime:
   * behind a bundler that leaves it where it is.
   */
  readonly worker?: () => WorkerLike;
}

export const threadRules: Rules<ThreadOptions> = {
  // More would be a mistake: each has memory of its own.
  threads: wholeNumber({ least: 1, most: 1024 }),
  worker: { expected: "a function that returns a worker", accepts: (value) => typeof value === "function" },
};

/** Options of `fitParallel`. */
export interface ParallelOptions<M extends ModelShape = ModelShape> extends FitOptions<M>, ThreadOptions {
  /** Looked at between chunks of rows; once it is aborted, the promise rejects with its reason. */
  readonly signal?: AbortSignalLike;
}

interface NavigatorLike {
  readonly hardwareConcurrency?: number;
}

/** How many threads the machine runs at once, as far as it tells. */
export function hardwareThreads(): number {
  const { navigator } = globalThis as { readonly navigator?: NavigatorLike };
  return nodeParallelism() ?? navigator?.hardwareConcurrency ?? 1;
}

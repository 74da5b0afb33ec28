/**
 * Threads in Node. No other file of `fitParallel` and `fitMany` depends on Node. Node's modules are
 * loaded on demand instead of imported, so that everything else also loads in a browser.
 */

/** `node:worker_threads`; null outside Node. */
export function nodeThreads(): typeof import("node:worker_threads") | null {
  return isNode() ? process.getBuiltinModule("node:worker_threads") : null;
}

/** The number of threads that this machine runs at once; null outside Node. */
export function nodeParallelism(): number | null {
  return isNode() ? process.getBuiltinModule("node:os").availableParallelism() : null;
}

function isNode(): boolean {
  return typeof process === "object" && typeof process.getBuiltinModule === "function";
}

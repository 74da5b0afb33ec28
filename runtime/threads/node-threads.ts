/**
 * Threads by way of Node: the one place of `fitParallel` and `fitMany` that knows it. Its modules
 * are asked for when they are needed, not imported, so that the rest loads in a browser as well.
 */

/** `node:worker_threads`; null where this is not Node. */
export function nodeThreads(): typeof import("node:worker_threads") | null {
  return isNode() ? process.getBuiltinModule("node:worker_threads") : null;
}

/** How many threads this machine runs at once; null where this is not Node. */
export function nodeParallelism(): number | null {
  return isNode() ? process.getBuiltinModule("node:os").availableParallelism() : null;
}

function isNode(): boolean {
  return typeof process === "object" && typeof process.getBuiltinModule === "function";
}

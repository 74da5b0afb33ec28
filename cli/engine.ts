/**
 * Identifies the Node that is running. It is written at the end of the code cache. V8's own check
 * of a cache is too coarse: it treats all versions of Node 20 as one, and some crash on the caches
 * of others.
 */
export const engine = [process.version, process.versions.v8, process.arch, process.platform].join(" ");

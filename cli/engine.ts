/**
 * The Node that runs this; its name stands at the end of the code cache that it writes. V8's own
 * check of a cache is too coarse: it takes all Node 20 for one, and some crash on others' caches.
 */
export const engine = [process.version, process.versions.v8, process.arch, process.platform].join(" ");

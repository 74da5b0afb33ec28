import { nodeThreads } from "./node-threads.js";
import type { WorkerLike } from "./worker-like.js";

/** The `Worker` of the web, where there is one. */
type WebWorker = new (url: URL, options: { readonly type: "module" }) => WorkerLike;
declare const Worker: WebWorker;

/**
 * A worker that runs the script beside the built runtime. The address is written out as bundlers
 * recognise it, who then take the script along; in a module that stands alone it is none, and this
 * throws.
 */
export function defaultWorker(): WorkerLike {
  const threads = nodeThreads();
  // Without the flags of this process, which may load what no worker needs.
  if (threads !== null) return new threads.Worker(new URL("./worker.js", import.meta.url), { execArgv: [] });
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}

import { nodeThreads } from "./node-threads.js";
import type { WorkerLike } from "./worker-like.js";

/** The `Worker` class of the web, if it exists. */
type WebWorker = new (url: URL, options: { readonly type: "module" }) => WorkerLike;
declare const Worker: WebWorker;

/**
 * Starts a worker that runs the script next to the built runtime. The URL is written in the form
 * that bundlers recognise, so that they include the script. In a standalone module the URL is not
 * valid, and this throws.
 */
export function defaultWorker(): WorkerLike {
  const threads = nodeThreads();
  // The flags of this process may load things that no worker needs.
  if (threads !== null) return new threads.Worker(new URL("./worker.js", import.meta.url), { execArgv: [] });
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}

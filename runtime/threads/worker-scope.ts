import { nodeThreads } from "./node-threads.js";

/** A worker's reply to the calling thread. */
export interface Reply {
  readonly message: unknown;
  readonly transfer: ArrayBuffer[];
}

interface WebScope {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
}

/** In a worker: passes each message of the calling thread to `reply`, and posts the result. */
export function replyToCaller(reply: (message: unknown) => Reply): void {
  const threads = nodeThreads();
  if (threads !== null) {
    const port = threads.parentPort;
    port?.on("message", (request: unknown) => {
      const { message, transfer } = reply(request);
      port.postMessage(message, transfer);
    });
    return;
  }
  const scope = globalThis as unknown as WebScope;
  scope.addEventListener("message", ({ data }) => {
    const { message, transfer } = reply(data);
    scope.postMessage(message, transfer);
  });
}

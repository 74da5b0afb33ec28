import type { WorkerLike } from "../../runtime/index.js";

/** A fake web worker, which receives messages and answers as told by the test. */
export function impostor(answer: (request: { readonly kind: string }) => unknown): () => WorkerLike {
  return () => {
    const listeners: ((event: unknown) => void)[] = [];
    return {
      addEventListener(type: string, listener: (event: unknown) => void) {
        if (type === "message") listeners.push(listener);
      },
      postMessage(request) {
        const data = answer(request as { readonly kind: string });
        if (data !== undefined) for (const listener of listeners) listener({ data });
      },
      terminate() {},
    };
  };
}

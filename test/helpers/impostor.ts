import type { WorkerLike } from "../../runtime/index.js";

/** A worker of the web that is none: it hears what it is told, and says what it likes. */
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

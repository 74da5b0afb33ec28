import { reasonOf } from "../messages/show.js";

/**
 * The part of a worker that fitc uses, for a `Worker` of the web or of Node. The type `Worker`
 * itself comes with the types of the DOM or of Node, and a program may have neither.
 */
export interface WorkerLike {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  terminate(): unknown;
  /** Only on the web. */
  readonly addEventListener?: unknown;
  /** Only in Node. */
  readonly on?: unknown;
}

interface WebEvents {
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "error" | "messageerror", listener: (event: unknown) => void): void;
}

interface NodeEvents {
  ref(): void;
  unref(): void;
  on(event: "message" | "error" | "messageerror" | "exit", listener: (value: unknown) => void): void;
}

/** Receives the events of a worker. */
export interface WorkerListener {
  message(value: unknown): void;
  /** The worker will send no further answers. */
  lost(reason: string): void;
}

/** @throws Error if the function of the caller made something else */
export function listenTo(worker: WorkerLike, { message, lost }: WorkerListener): void {
  const { postMessage, terminate }: Partial<WorkerLike> = worker ?? {};
  if (typeof postMessage !== "function" || typeof terminate !== "function") throw notAWorker();
  const unreadable = () => lost("a message could not be read");
  if (isNodes(worker)) {
    worker.on("message", message);
    worker.on("error", (error) => lost(reasonOf(error)));
    worker.on("messageerror", unreadable);
    worker.on("exit", (code) => lost(`it ended with code ${String(code)}`));
  } else if (isOfTheWeb(worker)) {
    worker.addEventListener("message", ({ data }) => message(data));
    worker.addEventListener("error", (event) => lost(reasonOf(event)));
    worker.addEventListener("messageerror", unreadable);
  } else {
    throw notAWorker();
  }
}

/** Makes Node wait, or not wait, for a worker before the process ends. Browsers never wait. */
export function holdProcess(worker: object, hold: boolean): void {
  if (isNodes(worker)) hold ? worker.ref() : worker.unref();
}

function notAWorker(): Error {
  return new Error("`worker` did not return a worker");
}

function isNodes(worker: object): worker is NodeEvents {
  const { on, ref, unref } = worker as Partial<NodeEvents>;
  return [on, ref, unref].every((method) => typeof method === "function");
}

function isOfTheWeb(worker: object): worker is WebEvents {
  return "addEventListener" in worker && typeof worker.addEventListener === "function";
}

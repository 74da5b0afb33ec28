/**
 * What of a worker is used, a `Worker` of the web or of Node; its own type is the DOM's or Node's,
 * and a program may have neither.
 */
export interface WorkerLike {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  terminate(): unknown;
  /** Of the web. */
  readonly addEventListener?: unknown;
  /** Of Node. */
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

/** What is heard of a worker. */
export interface WorkerListener {
  message(value: unknown): void;
  /** It will not answer any more. */
  lost(reason: string): void;
}

export function listenTo(worker: WorkerLike, { message, lost }: WorkerListener): void {
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
    throw new Error("`worker` did not return a worker");
  }
}

/** Whether Node waits for a worker before the process ends; a browser waits for none. */
export function holdProcess(worker: object, hold: boolean): void {
  if (isNodes(worker)) hold ? worker.ref() : worker.unref();
}

function isNodes(worker: object): worker is NodeEvents {
  return "on" in worker && typeof worker.on === "function";
}

function isOfTheWeb(worker: object): worker is WebEvents {
  return "addEventListener" in worker && typeof worker.addEventListener === "function";
}

/** What is said of an error, which may be anything. */
export function reasonOf(error: unknown): string {
  const message = typeof error === "object" && error !== null && "message" in error ? error.message : error;
  return typeof message === "string" && message !== "" ? message : "no reason is given";
}

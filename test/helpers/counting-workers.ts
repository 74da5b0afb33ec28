import { Worker } from "node:worker_threads";

const script = new URL(import.meta.resolve("fitc/worker"));

/** Creates workers of the package and counts the requests that they answer. */
export class CountingWorkers {
  /** The number of answered requests to fold rows or to fit data sets, for each worker. */
  readonly folded: number[] = [];
  private readonly starting: Promise<void>[] = [];

  get count(): number {
    return this.folded.length;
  }

  readonly make = (): Worker => {
    const worker = new Worker(script);
    const index = this.folded.push(0) - 1;
    this.starting.push(new Promise((resolve) => worker.once("message", () => resolve())));
    worker.on("message", ({ kind }: { readonly kind: string }) => {
      if (kind === "folded" || kind === "fitted") this.folded[index] = (this.folded[index] ?? 0) + 1;
    });
    return worker;
  };

  /** Waits until all workers have answered. */
  async started(): Promise<void> {
    await Promise.all(this.starting);
  }
}

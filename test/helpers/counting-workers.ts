import { Worker } from "node:worker_threads";

const script = new URL(import.meta.resolve("fitc/worker"));

/** Makes workers of the package, and counts what they do. */
export class CountingWorkers {
  /** For each worker, how many requests to fold rows, or to fit data sets, it has answered. */
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

  /** All of them have answered. */
  async started(): Promise<void> {
    await Promise.all(this.starting);
  }
}

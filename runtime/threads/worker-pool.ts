import { answerOf } from "../api/callbacks.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { reasonOf } from "../messages/show.js";
import { defaultWorker } from "./default-worker.js";
import { WorkerClient } from "./worker-client.js";
import type { WorkerLike } from "./worker-like.js";

/** The workers of each fitter, kept for its next call. */
const pools = new WeakMap<object, WorkerPool>();

/**
 * The worker pool of a fitter, with the workers that its last call left, if they are still waiting.
 */
export function workersOf(fitter: object): WorkerPool {
  const pool = pools.get(fitter) ?? new WorkerPool();
  pools.set(fitter, pool);
  return pool;
}

/** Makes a worker. Null means the default worker; a call also works if that cannot be started. */
export type MakeWorker = (() => WorkerLike) | null;

/**
 * How long workers wait for another call, in milliseconds. Starting a new worker takes tens of
 * milliseconds.
 */
const idleTime = 10_000;

/**
 * The workers of a fitter. After a call they wait some time for the next one and are then
 * terminated. While they wait they hold no data and, in Node, do not keep the process alive.
 */
export class WorkerPool {
  private idle: WorkerClient[] = [];
  private make: MakeWorker = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Takes `count` workers from the pool; fewer if default ones cannot be made.
   * @throws FitError `workerNotStarted` if `make` is given and fails to make a worker
   */
  take(count: number, make: MakeWorker): readonly WorkerClient[] {
    if (make !== this.make) this.dismiss();
    this.make = make;
    this.idle = this.idle.filter((worker) => worker.isIdle);
    const taken = this.idle.splice(0, count);
    for (const worker of taken) worker.wake();
    while (taken.length < count) {
      try {
        taken.push(new WorkerClient(make === null ? defaultWorker() : answerOf("worker", make())));
      } catch (error) {
        if (make === null) break;
        for (const worker of taken) worker.close();
        if (error instanceof FitError) throw error;
        throw new FitError(runtimeMessages.workerNotStarted({ reason: reasonOf(error) }));
      }
    }
    return taken;
  }

  /** Takes workers back; terminates those that are still busy. */
  giveBack(workers: readonly WorkerClient[], make: MakeWorker): void {
    if (workers.length === 0) return;
    for (const worker of workers) {
      if (worker.isIdle && make === this.make) {
        worker.rest();
        this.idle.push(worker);
      } else worker.close();
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.dismiss(), idleTime);
    // In a browser the timer is a number.
    if (typeof this.timer === "object") this.timer.unref();
  }

  private dismiss(): void {
    for (const worker of this.idle.splice(0)) worker.close();
  }
}

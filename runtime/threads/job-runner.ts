import type { AbortSignalLike } from "../api/abort-signal.js";
import { yieldToEventLoop } from "../fit/yield.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import type { FirstRequest } from "./protocol.js";
import type { WorkerClient } from "./worker-client.js";
import type { MakeWorker, WorkerPool } from "./worker-pool.js";

/** Work in pieces, which the calling thread and its workers take one after another. */
export interface Job {
  /** Does a piece here; false where none is left. */
  own(): boolean;
  /** Has a worker do some; null where none is left. */
  give(worker: WorkerClient): Promise<void> | null;
}

/**
 * So many requests are under way to each worker: it need not wait for the calling thread, which may
 * be at a piece of its own.
 */
const underWay = 2;

/**
 * The threads of one call: the calling one, and its workers. A worker takes part as soon as it has
 * started; until then, and where none can be started, the others do the work. Close it.
 */
export class JobRunner {
  private readonly workers: readonly WorkerClient[];
  private readonly ready: WorkerClient[] = [];
  private failure: unknown = null;

  /**
   * @param pool where workers come from, and go back to
   * @param count how many workers
   * @param load what each is told first; null for no workers
   * @throws FitError workerNotStarted where a worker that `make` should make cannot be made
   */
  constructor(
    private readonly pool: WorkerPool,
    count: number,
    private readonly make: MakeWorker,
    load: FirstRequest | null,
  ) {
    this.workers = load === null ? [] : pool.take(count, make);
    if (load === null) return;
    for (const worker of this.workers) {
      worker.ask(load).then(
        () => this.ready.push(worker),
        (error: unknown) => {
          const absent =
            make === null && error instanceof FitError && error.code === runtimeMessages.workerNotStarted.code;
          if (!absent) this.failure ??= error;
        },
      );
    }
  }

  /**
   * Does a job. The event loop has its turn after each piece.
   * @throws FitError (rejects) workerNotStarted, workerFailed, unexpectedWorkerAnswer where a
   * worker fails; the reason of the signal where it is aborted
   */
  async run(job: Job, signal: AbortSignalLike | undefined): Promise<void> {
    const joined = new Set<WorkerClient>();
    const shares: Promise<void>[] = [];
    const join = (): void => {
      for (const worker of this.ready) {
        if (joined.has(worker)) continue;
        joined.add(worker);
        for (let i = 0; i < underWay; i++) shares.push(this.serve(worker, job));
      }
    };
    do {
      await yieldToEventLoop();
      signal?.throwIfAborted();
      if (this.failure !== null) throw this.failure;
      join();
    } while (job.own());
    await Promise.all(shares);
    if (this.failure !== null) throw this.failure;
  }

  /** Gives the workers back. */
  close(): void {
    this.pool.giveBack(this.workers, this.make);
  }

  /** What fails is noted: the calling thread may be at a piece of its own. */
  private async serve(worker: WorkerClient, job: Job): Promise<void> {
    try {
      for (let share = job.give(worker); share !== null; share = job.give(worker)) await share;
    } catch (error) {
      this.failure ??= error;
    }
  }
}

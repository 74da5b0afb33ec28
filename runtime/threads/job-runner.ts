import { type AbortSignalLike, throwIfAborted } from "../api/abort-signal.js";
import { yieldToEventLoop } from "../fit/yield.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import type { FirstRequest } from "./protocol.js";
import type { WorkerClient } from "./worker-client.js";
import type { MakeWorker, WorkerPool } from "./worker-pool.js";

/** Work divided into pieces, which the calling thread and its workers take one after another. */
export interface Job {
  /** Does a piece in the calling thread; returns false if none is left. */
  own(): boolean;
  /** Gives some pieces to a worker; returns null if none is left. */
  give(worker: WorkerClient): Promise<void> | null;
}

/**
 * The number of requests in progress at each worker. With two, it need not wait for the calling
 * thread, which may be busy with a piece of its own.
 */
const underWay = 2;

/**
 * The threads of one call: the calling thread and its workers. A worker takes part as soon as it
 * has started; until then, or if none can be started, the other threads do the work. Must be
 * closed.
 */
export class JobRunner {
  private readonly workers: readonly WorkerClient[];
  private readonly ready: WorkerClient[] = [];
  private failure: unknown = null;

  /**
   * @param pool provides the workers, and takes them back
   * @param count number of workers
   * @param load the first request to each worker; null to use no workers
   * @param check throws if the data have changed; called whenever the caller has had a turn
   * @throws FitError `workerNotStarted` if `make` is given and fails to make a worker
   */
  constructor(
    private readonly pool: WorkerPool,
    count: number,
    private readonly make: MakeWorker,
    load: FirstRequest | null,
    private readonly check: () => void,
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
   * Does a job, yielding to the event loop after each piece.
   * @throws FitError (rejects) `workerNotStarted`, `workerFailed`, `unexpectedWorkerAnswer` if a
   *   worker fails; rejects with the reason of `signal` if it is aborted
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
      throwIfAborted(signal);
      this.check();
      if (this.failure !== null) throw this.failure;
      join();
    } while (job.own());
    await Promise.all(shares);
    if (this.failure !== null) throw this.failure;
  }

  /** Returns the workers to the pool. */
  close(): void {
    this.pool.giveBack(this.workers, this.make);
  }

  /**
   * Stores a failure instead of throwing it: the calling thread may be busy with a piece of its
   * own.
   */
  private async serve(worker: WorkerClient, job: Job): Promise<void> {
    try {
      for (;;) {
        this.check();
        const share = job.give(worker);
        if (share === null) return;
        await share;
      }
    } catch (error) {
      this.failure ??= error;
    }
  }
}

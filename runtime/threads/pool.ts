import type { AbortSignalLike } from "../api/abort-signal.js";
import { yieldToEventLoop } from "../fit/yield.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import type { Crew, MakeWorker } from "./crew.js";
import type { Helper } from "./helper.js";
import type { FirstRequest } from "./protocol.js";

/** Work in pieces, which the calling thread and its helpers take one after another. */
export interface Job {
  /** Does a piece here; false where none is left. */
  own(): boolean;
  /** Has a helper do some; null where none is left. */
  give(helper: Helper): Promise<void> | null;
}

/** So many requests are under way to each helper: it need not wait for the calling thread, which may be at a piece of its own. */
const underWay = 2;

/**
 * The threads of one call: the calling one, and its helpers. A helper takes part as soon as it has started; until then, and where none
 * can be started, the others do the work. Close it.
 */
export class Pool {
  private readonly helpers: readonly Helper[];
  private readonly ready: Helper[] = [];
  private failure: unknown = null;

  /**
   * @param crew where helpers come from, and go back to
   * @param count how many helpers
   * @param load what each is told first; null for no helpers
   * @throws FitError workerNotStarted where a worker that `make` should make cannot be made
   */
  constructor(
    private readonly crew: Crew,
    count: number,
    private readonly make: MakeWorker,
    load: FirstRequest | null,
  ) {
    this.helpers = load === null ? [] : crew.hire(count, make);
    if (load === null) return;
    for (const helper of this.helpers) {
      helper.ask(load).then(
        () => this.ready.push(helper),
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
   * helper fails; the reason of the signal where it is aborted
   */
  async run(job: Job, signal: AbortSignalLike | undefined): Promise<void> {
    const joined = new Set<Helper>();
    const shares: Promise<void>[] = [];
    const join = (): void => {
      for (const helper of this.ready) {
        if (joined.has(helper)) continue;
        joined.add(helper);
        for (let i = 0; i < underWay; i++) shares.push(this.serve(helper, job));
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

  /** Gives the helpers back. */
  close(): void {
    this.crew.takeBack(this.helpers, this.make);
  }

  /** What fails is noted: the calling thread may be at a piece of its own. */
  private async serve(helper: Helper, job: Job): Promise<void> {
    try {
      for (let share = job.give(helper); share !== null; share = job.give(helper)) await share;
    } catch (error) {
      this.failure ??= error;
    }
  }
}

import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { defaultWorker } from "./default-worker.js";
import { Helper } from "./helper.js";
import { reasonOf, type WorkerLike } from "./worker-like.js";

/** The workers of a fitter, kept for its next call. */
const crews = new WeakMap<object, Crew>();

/** The workers of a fitter: those that its last call left, if they still wait. */
export function crewOf(fitter: object): Crew {
  const crew = crews.get(fitter) ?? new Crew();
  crews.set(fitter, crew);
  return crew;
}

/** Makes a worker; null for the default one, without which a call does as well. */
export type MakeWorker = (() => WorkerLike) | null;

/** For so many milliseconds workers wait for another call: a new one takes tens of them to start. */
const patience = 10_000;

/**
 * The workers of a fitter. After a call they wait for the next one, for a while; then they are ended. While they wait they hold no
 * data, and in Node they do not keep the process alive.
 */
export class Crew {
  private idle: Helper[] = [];
  private make: MakeWorker = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * So many helpers, fewer where the default ones cannot be made.
   * @throws FitError workerNotStarted where a worker that `make` should make cannot be made
   */
  hire(count: number, make: MakeWorker): readonly Helper[] {
    if (make !== this.make) this.dismiss();
    this.make = make;
    this.idle = this.idle.filter((helper) => helper.isIdle);
    const hired = this.idle.splice(0, count);
    for (const helper of hired) helper.wake();
    while (hired.length < count) {
      try {
        hired.push(new Helper((make ?? defaultWorker)()));
      } catch (error) {
        if (make === null) break;
        for (const helper of hired) helper.close();
        throw new FitError(runtimeMessages.workerNotStarted({ reason: reasonOf(error) }));
      }
    }
    return hired;
  }

  /** Takes helpers back, those that are at work apart, which are ended. */
  takeBack(helpers: readonly Helper[], make: MakeWorker): void {
    if (helpers.length === 0) return;
    for (const helper of helpers) {
      if (helper.isIdle && make === this.make) {
        helper.rest();
        this.idle.push(helper);
      } else helper.close();
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.dismiss(), patience);
    // In a browser it is a number.
    if (typeof this.timer === "object") this.timer.unref();
  }

  private dismiss(): void {
    for (const helper of this.idle.splice(0)) helper.close();
  }
}

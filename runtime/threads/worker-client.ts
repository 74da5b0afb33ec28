import type { Message } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { reasonOf } from "../messages/show.js";
import type { Answer, AnswerTo, Request } from "./protocol.js";
import { holdProcess, listenTo, type WorkerLike } from "./worker-like.js";

interface Asked {
  readonly expected: Answer["kind"];
  resolve(answer: Answer): void;
  reject(error: FitError): void;
}

const answerTo: { readonly [Kind in Request["kind"]]: AnswerTo<Extract<Request, { kind: Kind }>>["kind"] } = {
  load: "loaded",
  fold: "folded",
  batch: "loaded",
  fits: "fitted",
  forget: "forgotten",
};

/**
 * A running worker. Each request returns a promise of its answer. If the worker is lost, all
 * pending and later requests reject.
 */
export class WorkerClient {
  private readonly asked: Asked[] = [];
  private failure: FitError | null = null;
  /** True once it has answered: a later failure is not a failure to start. */
  private started = false;

  constructor(private readonly worker: WorkerLike) {
    listenTo(worker, {
      message: (value) => this.hear(value),
      lost: (reason) =>
        this.fail((this.started ? runtimeMessages.workerFailed : runtimeMessages.workerNotStarted)({ reason })),
    });
  }

  /**
   * @throws FitError (rejects) `workerNotStarted` if it could not start, `workerFailed` if it
   *   failed, `unexpectedWorkerAnswer` if it runs another script
   */
  ask<R extends Request>(request: R, transfer: ArrayBuffer[] = []): Promise<AnswerTo<R>> {
    const answer = new Promise<Answer>((resolve, reject) => {
      this.asked.push({ expected: answerTo[request.kind], resolve, reject });
      if (this.failure !== null) this.rejectAll(this.failure);
    });
    try {
      this.worker.postMessage(request, transfer);
    } catch (error) {
      this.fail(runtimeMessages.workerFailed({ reason: reasonOf(error) }));
    }
    return answer as Promise<AnswerTo<R>>;
  }

  /** True if the worker is doing nothing, or is still starting. */
  get isIdle(): boolean {
    return (
      this.failure === null && this.asked.every(({ expected }) => expected === "loaded" || expected === "forgotten")
    );
  }

  /** Puts the worker to rest: it releases its data and does not keep the process alive. */
  rest(): void {
    this.ask({ kind: "forget" }).catch(() => undefined);
    holdProcess(this.worker, false);
  }

  wake(): void {
    holdProcess(this.worker, true);
  }

  /** Terminates the worker, whatever it is doing. Pending requests are never answered. */
  close(): void {
    this.asked.length = 0;
    this.worker.terminate();
  }

  private hear(value: unknown): void {
    const [asked] = this.asked;
    if (asked === undefined) return;
    const answer = typeof value === "object" && value !== null ? (value as Partial<Answer>) : {};
    if (answer.kind === asked.expected && hasValues(answer)) {
      this.asked.shift();
      this.started = true;
      asked.resolve(answer as Answer);
    } else if (answer.kind === "failed") {
      this.fail(runtimeMessages.workerFailed({ reason: reasonOf(answer) }));
    } else {
      this.fail(runtimeMessages.unexpectedWorkerAnswer());
    }
  }

  private fail(message: Message): void {
    this.failure ??= new FitError(message);
    this.rejectAll(this.failure);
  }

  private rejectAll(error: FitError): void {
    for (const { reject } of this.asked.splice(0)) reject(error);
  }
}

/** A worker of the caller may answer anything. */
function hasValues(answer: Partial<Answer>): boolean {
  return (answer.kind !== "folded" && answer.kind !== "fitted") || answer.values instanceof Float64Array;
}

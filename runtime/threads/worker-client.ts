import type { Message } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import type { Answer, AnswerTo, Request } from "./protocol.js";
import { holdProcess, listenTo, reasonOf, type WorkerLike } from "./worker-like.js";

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
 * A worker at work: each request gets its answer as a promise. Where the worker is lost all that
 * wait are told, and all that ask later.
 */
export class WorkerClient {
  private readonly asked: Asked[] = [];
  private failure: FitError | null = null;
  /** It has answered once: what happens to it later is no failure to start. */
  private started = false;

  constructor(private readonly worker: WorkerLike) {
    listenTo(worker, {
      message: (value) => this.hear(value),
      lost: (reason) =>
        this.fail((this.started ? runtimeMessages.workerFailed : runtimeMessages.workerNotStarted)({ reason })),
    });
  }

  /**
   * @throws FitError (rejects) workerNotStarted where it could not start, workerFailed where it
   * failed, unexpectedWorkerAnswer where its script is another one
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

  /** It does nothing, or is still starting. */
  get isIdle(): boolean {
    return (
      this.failure === null && this.asked.every(({ expected }) => expected === "loaded" || expected === "forgotten")
    );
  }

  /** Lets it wait for other work: it gives up its data, and does not keep the process alive. */
  rest(): void {
    this.ask({ kind: "forget" }).catch(() => undefined);
    holdProcess(this.worker, false);
  }

  wake(): void {
    holdProcess(this.worker, true);
  }

  /** Ends the worker, whatever it is doing. What has been asked is not answered any more. */
  close(): void {
    this.asked.length = 0;
    this.worker.terminate();
  }

  private hear(value: unknown): void {
    const [asked] = this.asked;
    if (asked === undefined) return;
    const answer = typeof value === "object" && value !== null ? (value as Partial<Answer>) : {};
    if (answer.kind === asked.expected) {
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

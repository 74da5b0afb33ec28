import { type AbortSignalLike, throwIfAborted } from "../api/abort-signal.js";
import { answerOf } from "../api/callbacks.js";
import type { FitOptions, Iteration } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import { yieldToEventLoop } from "./yield.js";

type Answer = "stop" | undefined;
/** A fit as the steps of its solver. */
export type FitSteps = Generator<Iteration, FitResult, Answer>;

/** How the steps of a fit are run. */
export interface Run {
  readonly options: FitOptions;
  /** Throws if the data have changed; called whenever the caller has had a turn. */
  readonly check: () => void;
}

/** Runs the steps of a fit to its end. */
export function runSteps(steps: FitSteps, run: Run): FitResult {
  let step = steps.next();
  while (!step.done) step = steps.next(reportIteration(run, step.value));
  return step.value;
}

/**
 * As `runSteps`, but yields to the event loop between iterations; rejects with the signal's reason
 * when aborted.
 */
export async function runStepsAsync(
  steps: FitSteps,
  run: Run,
  signal: AbortSignalLike | undefined,
): Promise<FitResult> {
  let step = steps.next();
  while (!step.done) {
    await yieldToEventLoop();
    throwIfAborted(signal);
    run.check();
    step = steps.next(reportIteration(run, step.value));
  }
  return step.value;
}

/** Reports an iterate to the caller, and returns whether to stop. */
export function reportIteration({ options: { onIteration }, check }: Run, iteration: Iteration): Answer {
  if (onIteration === undefined) return undefined;
  const answer = answerOf("onIteration", onIteration(iteration));
  check();
  return answer === "stop" ? "stop" : undefined;
}

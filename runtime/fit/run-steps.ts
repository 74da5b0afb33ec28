import type { AbortSignalLike } from "../api/abort-signal.js";
import type { FitOptions, Iteration } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import { yieldToEventLoop } from "./yield.js";

type Answer = "stop" | undefined;
/** A fit as the steps of its solver. */
export type FitSteps = Generator<Iteration, FitResult, Answer>;

/** Runs the steps of a fit to its end. */
export function runSteps(steps: FitSteps, options: FitOptions): FitResult {
  let step = steps.next();
  while (!step.done) step = steps.next(reportIteration(options, step.value));
  return step.value;
}

/**
 * As `runSteps`, but yields to the event loop between iterations; rejects with the signal's reason
 * when aborted.
 */
export async function runStepsAsync(
  steps: FitSteps,
  options: FitOptions,
  signal: AbortSignalLike | undefined,
): Promise<FitResult> {
  let step = steps.next();
  while (!step.done) {
    await yieldToEventLoop();
    signal?.throwIfAborted();
    step = steps.next(reportIteration(options, step.value));
  }
  return step.value;
}

/** Reports an iterate to the caller, and returns whether to stop. */
export function reportIteration(options: FitOptions, iteration: Iteration): Answer {
  return options.onIteration?.(iteration) === "stop" ? "stop" : undefined;
}

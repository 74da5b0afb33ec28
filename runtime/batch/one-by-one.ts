import type { FitCall } from "../fit/call.js";
import { fitSteps, prepareFit, runOf } from "../fit/fit.js";
import { runSteps } from "../fit/run-steps.js";
import { type Batch, columnsOf } from "./batch.js";
import type { Collected } from "./collected.js";
import type { DataSets } from "./data-sets.js";
import { statusOf } from "./failure.js";
import { badData } from "./many.js";

/**
 * Rough amounts of work, in units of the evaluation of one row: the overhead of a fit by `fit`, the
 * number of passes that a fit may need, and what is done for a data set without a fit.
 */
const workOfFit = 20_000;
export const passes = 8;
const workOfNone = 20;

/** Fits data sets one by one with the code of `fit`: all that the fast path does not do. */
export class OneByOne {
  constructor(
    private readonly call: FitCall,
    private readonly batch: Batch,
    private readonly sets: DataSets,
    private readonly found: Collected,
  ) {}

  /** Fits data set i; returns the amount of work. */
  fit(i: number): number {
    const { call, batch, sets, found } = this;
    // To throw an error and catch it again would take a hundred times as long.
    if (sets.isBad(i)) {
      found.status[i] = badData;
      return workOfNone;
    }
    try {
      const fit = prepareFit(call, columnsOf(batch, i), i);
      found.take(i, runSteps(fitSteps(fit), runOf(fit)));
    } catch (error) {
      const status = statusOf(error);
      if (status === null) throw error;
      found.status[i] = status;
    }
    return workOfFit + passes * ((batch.offsets[i + 1] as number) - (batch.offsets[i] as number));
  }
}

import { checkOptions } from "../api/check-options.js";
import type { Columns, FitOptions, ModelShape } from "../api/fit-options.js";
import type { Fitter } from "../api/fitter.js";
import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { checkScales, paramsNamed } from "../fit/by-param.js";
import { fitSteps } from "../fit/fit.js";
import { problemOf } from "../fit/problem-of.js";
import { runSteps } from "../fit/run-steps.js";
import { activeParams } from "../fit/start-rules.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { JobRunner } from "../threads/job-runner.js";
import { hardwareThreads } from "../threads/options.js";
import { type WorkerPool, workersOf } from "../threads/worker-pool.js";
import { type Batch, batchOf, columnsOf, startOf } from "./batch.js";
import { BatchJob } from "./batch-job.js";
import { Collected } from "./collected.js";
import { statusOf } from "./failure.js";
import { FastPath, fitOptions } from "./fast-path.js";
import { type ManyFits, type ManyOptions, manyRules } from "./many.js";

/**
 * Minimum number of data sets for each thread: starting a worker takes longer than fitting fewer.
 */
const fewest = 1000;

/**
 * Fits a model to each of many data sets, which are stored one after another in the same columns.
 * Data set i has the rows `[offsets[i], offsets[i + 1])`, and gives the same results as `fit` with
 * these rows. The fits yield to the event loop now and then.
 *
 * A data set that cannot be fitted has a negative status and does not stop the others.
 *
 * ```ts
 * const { params, stderr } = await fitMany(Peak, { x, y }, [0, 48, 96]);
 * ```
 * @param data the columns that the model needs, with the rows of all data sets
 * @param offsets one more number than there are data sets, ascending from 0 to the number of rows
 * @throws FitError (rejects) for columns of different lengths, invalid offsets or invalid options;
 *   rejects with the reason of `signal` if it is aborted
 */
export async function fitMany<M extends ModelShape>(
  fitter: Fitter<M>,
  data: Columns<M["column"]>,
  offsets: ArrayLike<number>,
  options: ManyOptions<NoInfer<M>> = {},
): Promise<ManyFits<M>> {
  checkOptions(options, manyRules);
  const fits = await fitBatch(problemOf(fitter), workersOf(fitter), data, offsets, options as ManyOptions);
  return fits as ManyFits<M>;
}

async function fitBatch(
  problem: FitProblem,
  pool: WorkerPool,
  columns: Columns<string>,
  offsets: ArrayLike<number>,
  options: ManyOptions,
): Promise<ManyFits> {
  const { signal, onProgress, threads = hardwareThreads(), worker = null, start } = options;
  const each = fitOptions(options);
  checkScales(problem, options.xScale);
  const fitted = activeParams(problem, new Set(paramsNamed(problem, options.fixed ?? [])));
  const free = fitted.indices.map((param) => problem.params[param]?.name ?? "");
  if (free.length === 0) throw new FitError(runtimeMessages.nothingToFit());
  const batch = batchOf(problem, columns, offsets, start);
  const found = new Collected(batch.count, free);
  signal?.throwIfAborted();

  const fast = FastPath.of(problem, batch, each, fitted);
  const count = Math.min(threads, Math.ceil(batch.count / fewest));
  const shared = fast === null ? null : sharedColumns(fast.sets.columns);
  const request = count > 1 ? (fast?.workerRequest(shared) ?? null) : null;
  const one = (i: number): void => fitOne(problem, batch, i, each, found);
  const progress = (done: number): void => onProgress?.(done, batch.count);
  const job = new BatchJob(fast, found, request === null ? 1 : count, shared, one, progress);
  const runner = new JobRunner(pool, count - 1, worker, request);
  try {
    // Fits that workers leave to this thread turn up while it waits for them.
    while (!job.isDone) await runner.run(job, signal);
  } finally {
    runner.close();
  }
  signal?.throwIfAborted();
  return found.fits;
}

/** The columns if all of them are in shared memory, otherwise null. */
function sharedColumns(columns: ColumnData): ColumnData | null {
  const isShared =
    typeof SharedArrayBuffer === "function" &&
    columns.every(({ buffer, length }) => length === 0 || buffer instanceof SharedArrayBuffer);
  return isShared ? columns : null;
}

/** Fits data set i by `fit`. */
function fitOne(problem: FitProblem, batch: Batch, i: number, options: FitOptions, found: Collected): void {
  const all = { ...options, start: startOf(batch, i) };
  try {
    found.take(i, runSteps(fitSteps(problem, columnsOf(batch, i), all), all));
  } catch (error) {
    const status = statusOf(error);
    if (status === null) throw error;
    found.status[i] = status;
  }
}

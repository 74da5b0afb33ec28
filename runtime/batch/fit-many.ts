import { throwIfAborted } from "../api/abort-signal.js";
import { answerOf } from "../api/callbacks.js";
import { checkedOptions } from "../api/check-options.js";
import type { Columns, FitOptions, ModelShape } from "../api/fit-options.js";
import type { Fitter } from "../api/fitter.js";
import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { fitCall } from "../fit/call.js";
import { problemOf } from "../fit/problem-of.js";
import { JobRunner } from "../threads/job-runner.js";
import { hardwareThreads } from "../threads/options.js";
import { type WorkerPool, workersOf } from "../threads/worker-pool.js";
import { batchOf, checkBatch, offsetsIn } from "./batch.js";
import { BatchJob } from "./batch-job.js";
import { Collected } from "./collected.js";
import { dataSetsOf } from "./data-sets.js";
import { FastPath } from "./fast-path.js";
import { type ManyFits, type ManyOptions, manyRules } from "./many.js";
import { OneByOne } from "./one-by-one.js";

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
  const checked = checkedOptions<ManyOptions>(options, manyRules);
  return (await fitBatch(problemOf(fitter), workersOf(fitter), data, offsets, checked)) as ManyFits<M>;
}

/** The data are read last: what is read before may still change them. */
async function fitBatch(
  problem: FitProblem,
  pool: WorkerPool,
  columns: Columns<string>,
  offsets: ArrayLike<number>,
  options: ManyOptions,
): Promise<ManyFits> {
  const { signal, onProgress, threads = hardwareThreads(), worker = null, ...each } = options;
  const starting = offsetsIn(offsets);
  // Fits of a batch search only if asked.
  const ofFit = { ...each, search: each.search ?? false } as FitOptions;
  const call = fitCall(problem, ofFit, starting.length - 1);
  throwIfAborted(signal);
  const batch = batchOf(problem, columns, starting);
  const free = call.indices.map((param) => problem.params[param]?.name ?? "");
  const found = new Collected(batch.count, free);
  const sets = dataSetsOf(problem, batch);
  const fast = FastPath.of(call, batch, sets);
  const count = Math.min(threads, Math.ceil(batch.count / fewest));
  const shared = fast === null ? null : sharedColumns(fast.columns);
  const request = count > 1 ? (fast?.workerRequest(shared) ?? null) : null;
  const others = new OneByOne(call, batch, sets, found);
  const progress = (done: number): void => answerOf("onProgress", onProgress?.(done, batch.count));
  const job = new BatchJob(fast, found, request === null ? 1 : count, shared, others, progress);
  const runner = new JobRunner(pool, count - 1, worker, request, () => checkBatch(batch));
  try {
    // Fits that workers leave to this thread turn up while it waits for them.
    while (!job.isDone) await runner.run(job, signal);
  } finally {
    runner.close();
  }
  throwIfAborted(signal);
  return found.fits;
}

/** The columns if all of them are in shared memory, otherwise null. */
function sharedColumns(columns: ColumnData): ColumnData | null {
  const isShared =
    typeof SharedArrayBuffer === "function" &&
    columns.every(({ buffer, length }) => length === 0 || buffer instanceof SharedArrayBuffer);
  return isShared ? columns : null;
}

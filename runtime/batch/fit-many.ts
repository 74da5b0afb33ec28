import { throwIfAborted } from "../api/abort-signal.js";
import { answerOf } from "../api/callbacks.js";
import { checkedOptions } from "../api/check-options.js";
import type { Columns, FitOptions, ModelShape } from "../api/fit-options.js";
import type { Fitter } from "../api/fitter.js";
import { reading } from "../api/reading.js";
import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { fitCall } from "../fit/call.js";
import { problemOf } from "../fit/problem-of.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import { JobRunner } from "../threads/job-runner.js";
import { hardwareThreads } from "../threads/options.js";
import { type WorkerPool, workersOf } from "../threads/worker-pool.js";
import { type Batch, batchOf, checkBatch, offsetsIn, packed } from "./batch.js";
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
 * Fits a model to each of many data sets, and gives the same results as `fit` with each of them.
 * The fits yield to the event loop now and then.
 *
 * A data set that cannot be fitted has a negative status and does not stop the others.
 *
 * ```ts
 * const { params, stderr } = await fitMany(Peak, [{ x, y: first }, { x, y: second }]);
 * ```
 * @param dataSets for each data set the columns that the model needs; they are copied
 * @throws FitError (rejects) for columns that `fit` would refuse whatever is in them, with the
 *   index of the data set, or for invalid options; rejects with the reason of `signal` if it is
 *   aborted
 */
export function fitMany<M extends ModelShape>(
  fitter: Fitter<M>,
  dataSets: readonly Columns<M["column"]>[],
  options?: ManyOptions<NoInfer<M>>,
): Promise<ManyFits<M>>;
/**
 * As above, for data sets that are stored one after another in the same columns: data set i has
 * the rows `[offsets[i], offsets[i + 1])`. Nothing is copied.
 *
 * ```ts
 * const { params, stderr } = await fitMany(Peak, { x, y }, [0, 48, 96]);
 * ```
 * @param data the columns that the model needs, with the rows of all data sets
 * @param offsets one more number than there are data sets, ascending from 0 to the number of rows
 * @throws FitError (rejects) for columns of different lengths, invalid offsets or invalid options;
 *   rejects with the reason of `signal` if it is aborted
 */
export function fitMany<M extends ModelShape>(
  fitter: Fitter<M>,
  data: Columns<M["column"]>,
  offsets: ArrayLike<number>,
  options?: ManyOptions<NoInfer<M>>,
): Promise<ManyFits<M>>;
export async function fitMany(fitter: Fitter, data: unknown, second?: unknown, third?: unknown): Promise<ManyFits> {
  const list = reading("the data", () => (Array.isArray(data) ? { sets: data, count: data.length } : null));
  if (list !== null && third !== undefined) throw noOffsets(third);
  const options = optionsIn(list === null ? third : second);
  const problem = problemOf(fitter);
  const pool = workersOf(fitter);
  if (list !== null) {
    const read = () => packed(problem, list.sets, list.count);
    return fitBatch(problem, pool, { count: list.count, read }, options);
  }
  const offsets = offsetsIn(second);
  const read = () => batchOf(problem, data as Columns<string>, offsets);
  return fitBatch(problem, pool, { count: offsets.length - 1, read }, options);
}

function optionsIn(options: unknown = {}): ManyOptions {
  return checkedOptions<ManyOptions>(options, manyRules);
}

function noOffsets(options: unknown): FitError {
  const what = "the last argument of fitMany";
  const expected = "left out, because an array of data sets takes no offsets";
  return new FitError(runtimeMessages.invalidArgument({ what, expected, found: show(options) }));
}

/** The data sets of a call. They are read last: what is read before may still change them. */
interface GivenSets {
  readonly count: number;
  readonly read: () => Batch;
}

async function fitBatch(
  problem: FitProblem,
  pool: WorkerPool,
  sets: GivenSets,
  options: ManyOptions,
): Promise<ManyFits> {
  const { signal, onProgress, threads = hardwareThreads(), worker = null, ...each } = options;
  // Fits of a batch search only if asked.
  const ofFit = { ...each, search: each.search ?? false } as FitOptions;
  const call = fitCall(problem, ofFit, sets.count);
  throwIfAborted(signal);
  const batch = sets.read();
  const free = call.indices.map((param) => problem.params[param]?.name ?? "");
  const found = new Collected(batch.count, free);
  const kept = dataSetsOf(problem, batch);
  const fast = FastPath.of(call, batch, kept);
  const count = Math.min(threads, Math.ceil(batch.count / fewest));
  const shared = fast === null ? null : sharedColumns(fast.columns);
  const request = count > 1 ? (fast?.workerRequest(shared) ?? null) : null;
  const others = new OneByOne(call, batch, kept, found);
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

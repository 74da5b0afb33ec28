import { checkManyOptions } from "../api/check-options.js";
import type { Columns, FitOptions, FitResult } from "../api/fit-result.js";
import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { paramsNamed } from "../fit/by-param.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import type { Crew } from "../threads/crew.js";
import { hardwareThreads } from "../threads/options.js";
import { Pool } from "../threads/pool.js";
import { type Batch, batchOf, columnsOf, startOf } from "./batch.js";
import { BatchJob } from "./batch-job.js";
import { Collected } from "./collected.js";
import { statusOf } from "./failure.js";
import { fitOptions, LeanBatch } from "./lean-batch.js";
import type { ManyFits, ManyOptions } from "./many.js";

/** One fit through the general machinery. */
export type FitOne = (columns: Columns<string>, options: FitOptions) => FitResult;

/** Data sets for each thread: a worker takes longer to start than to fit fewer. */
const fewest = 1000;

/**
 * Fits one model to many data sets, each as `fit` would. One that cannot be fitted has its status, and does not stop the others.
 * @throws FitError for columns that are not of one length, offsets or options that are wrong
 */
export async function fitMany(
  problem: FitProblem,
  single: FitOne,
  crew: Crew,
  columns: Columns<string>,
  offsets: ArrayLike<number>,
  options: ManyOptions,
): Promise<ManyFits> {
  checkManyOptions(options);
  const { signal, onProgress, threads = hardwareThreads(), worker = null, start } = options;
  const plain = fitOptions(options);
  const held = new Set(paramsNamed(problem, options.fixed ?? []));
  const free = problem.free.filter((param) => !held.has(param)).map((param) => problem.params[param]?.name ?? "");
  if (free.length === 0) throw new FitError(runtimeMessages.nothingToFit());
  const batch = batchOf(problem, columns, offsets, start);
  const found = new Collected(batch.count, free);
  signal?.throwIfAborted();

  const lean = LeanBatch.of(problem, batch, plain, held);
  const count = Math.min(threads, Math.ceil(batch.count / fewest));
  const shared = lean === null ? null : sharedColumns(lean.sets.columns);
  const told = count > 1 ? (lean?.toldHelpers(shared) ?? null) : null;
  const one = (i: number): void => fitOne(single, batch, i, plain, found);
  const progress = (done: number): void => onProgress?.(done, batch.count);
  const job = new BatchJob(lean, found, told === null ? 1 : count, shared, one, progress);
  const pool = new Pool(crew, count - 1, worker, told);
  try {
    // What helpers leave comes up while they are waited for.
    while (!job.isDone) await pool.run(job, signal);
  } finally {
    pool.close();
  }
  signal?.throwIfAborted();
  return found.fits;
}

/** The columns themselves where every one lies in shared memory. */
function sharedColumns(columns: ColumnData): ColumnData | null {
  const isShared =
    typeof SharedArrayBuffer === "function" &&
    columns.every(({ buffer, length }) => length === 0 || buffer instanceof SharedArrayBuffer);
  return isShared ? columns : null;
}

function fitOne(single: FitOne, batch: Batch, i: number, options: FitOptions, found: Collected): void {
  try {
    found.take(i, single(columnsOf(batch, i), { ...options, start: startOf(batch, i) }));
  } catch (error) {
    const status = statusOf(error);
    if (status === null) throw error;
    found.status[i] = status;
  }
}

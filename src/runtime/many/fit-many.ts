import { paramsNamed } from "../by-param.js";
import { FitDataError } from "../errors.js";
import { runtimeMessages } from "../messages/index.js";
import { checkManyOptions } from "../options.js";
import type { FitProblem } from "../problem.js";
import type { Columns, FitOptions, FitResult } from "../result.js";
import { yieldToEventLoop } from "../yield.js";
import { type Batch, batchOf, columnsOf, startOf } from "./batch.js";
import { Collected } from "./collected.js";
import { statusOf } from "./failure.js";
import { LeanBatch } from "./lean-batch.js";
import type { ManyFits, ManyOptions } from "./many.js";

/** One fit through the general machinery. */
export type FitOne = (columns: Columns<string>, options: FitOptions) => FitResult;

/** So much work is done between two looks at the event loop: some tens of milliseconds of evaluations of rows. */
const workAtOnce = 2e6;
/** What a fit takes beside its evaluations of rows, in such: an ordinary one, and one by the general machinery. */
const workOfUsual = 200;
const workOfOne = 20_000;

/**
 * Fits one model to many data sets, each as `fit` would. One that cannot be fitted has its status, and does not stop the others.
 * @throws FitDataError for columns that are not of one length, offsets or options that are wrong
 */
export async function fitMany(
  problem: FitProblem,
  single: FitOne,
  columns: Columns<string>,
  offsets: ArrayLike<number>,
  options: ManyOptions,
): Promise<ManyFits> {
  checkManyOptions(options);
  const { signal, onProgress, ...rest } = options;
  const held = new Set(paramsNamed(problem, options.fixed ?? []));
  const free = problem.free.filter((param) => !held.has(param)).map((param) => problem.params[param]?.name ?? "");
  if (free.length === 0) throw new FitDataError(runtimeMessages.FIT5013());
  const batch = batchOf(problem, columns, offsets, options);
  const found = new Collected(batch.count, free);
  const lean = LeanBatch.of(problem, batch, rest, held);

  signal?.throwIfAborted();
  for (let i = 0; i < batch.count; ) {
    for (let work = 0; i < batch.count && work < workAtOnce; i++) {
      const usual = lean?.prepare(i) === true && lean.fit(i, found);
      if (!usual) fitOne(single, batch, i, rest, found);
      const rows = (batch.offsets[i + 1] as number) - (batch.offsets[i] as number);
      work += (usual ? workOfUsual : workOfOne) + rows * (found.nfev[i] as number);
    }
    onProgress?.(i, batch.count);
    if (i < batch.count) await yieldToEventLoop();
    signal?.throwIfAborted();
  }
  return found.fits;
}

function fitOne(single: FitOne, batch: Batch, i: number, options: Omit<ManyOptions, "start">, found: Collected): void {
  try {
    found.take(i, single(columnsOf(batch, i), { ...options, start: startOf(batch, i) }));
  } catch (error) {
    const status = statusOf(error);
    if (status === null) throw error;
    found.status[i] = status;
  }
}

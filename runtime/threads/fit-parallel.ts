import { checkParallelOptions } from "../api/check-options.js";
import type { Columns, FitResult } from "../api/fit-result.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { driveAsync, report } from "../fit/drive.js";
import { type PreparedFit, prepareFit, solveFit } from "../fit/fit.js";
import { chunkRows } from "../fold/chunks.js";
import { Fold } from "../fold/fold.js";
import { modelFold, wasmRows } from "../fold/model-fold.js";
import { RowLosses } from "../fold/row-loss.js";
import { LazyKernel } from "../fold/wasm/lazy-kernel.js";
import { ChunkTable } from "./chunk-table.js";
import type { Crew } from "./crew.js";
import { namesOfLosses } from "./named-losses.js";
import { hardwareThreads, type ParallelOptions } from "./options.js";
import { Pool } from "./pool.js";
import type { LoadRequest } from "./protocol.js";
import { EvaluationLog, replay } from "./replay.js";
import { RowsForHelpers } from "./rows-for-helpers.js";

/**
 * One fit by several threads. The solver runs in the calling one, on evaluations that all of them make of chunks of rows and that are
 * merged in the canonical tree: the result is that of `fit` with the WebAssembly kernel to the bit, however many they are.
 *
 * @throws FitError (rejects) as `fit`, and workerNotStarted to unexpectedWorkerAnswer where a worker fails; the signal's reason when aborted
 */
export async function fitParallel(
  compiled: FitProblem,
  crew: Crew,
  columns: Columns<string>,
  options: ParallelOptions,
): Promise<FitResult> {
  checkParallelOptions(options);
  const { threads = hardwareThreads(), worker = null, signal, ...rest } = options;
  signal?.throwIfAborted();
  const fit = prepareFit(compiled, columns, rest);
  const { problem, data, start } = fit;
  const { active } = start;
  const chunks = Math.ceil(data.rows / chunkRows);
  const own = chunks < 2 ? null : wasmRows(problem, data.columns, data.rows, active);
  const sent = own === null ? null : sentModel(fit);
  if (own === null || sent === null) {
    return driveAsync(solveFit(fit, modelFold(problem, data.columns, data.rows, active)), rest, signal);
  }
  const count = Math.min(threads, chunks);
  const rows = new RowsForHelpers(data.columns, count === 1 ? [] : sent.model.columns, data.rows);
  const table = new ChunkTable(rows, active.length, count, own);
  const once = new RowLosses(problem.losses, problem.statements.slice(problem.rowStatements));
  const log = new EvaluationLog(new Fold(problem, data.rows, active, table, once), active.length);
  const pool = new Pool(crew, count - 1, worker, { ...sent, columns: rows.shared });
  try {
    return await replay(
      log,
      () => solveFit(fit, log, (begin) => log.part(begin)),
      (evaluation) => pool.run(table.pass(evaluation), signal),
      (iteration) => report(rest, iteration),
    );
  } finally {
    pool.close();
  }
}

/** What workers are told of a model; null where they cannot do with it: functions of its own cannot be sent. */
function sentModel({ problem, start, separable }: PreparedFit): Omit<LoadRequest, "columns"> | null {
  const kernel = LazyKernel.of(problem);
  const losses = namesOfLosses(problem.statements.slice(0, problem.rowStatements));
  if (kernel?.module == null || losses === null || separable.startless) return null;
  return { kind: "load", module: kernel.module, model: kernel.model, active: start.active, losses };
}

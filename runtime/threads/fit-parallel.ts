import { throwIfAborted } from "../api/abort-signal.js";
import { checkedOptions, fitRules, type Rules, signal as signalRule } from "../api/check-options.js";
import type { Columns, ModelShape } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import type { Fitter } from "../api/fitter.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { fitCall } from "../fit/call.js";
import { type PreparedFit, prepareFit, runOf, solveFit } from "../fit/fit.js";
import { problemOf } from "../fit/problem-of.js";
import { reportIteration, runStepsAsync } from "../fit/run-steps.js";
import { chunkRows } from "../fold/chunks.js";
import { Fold } from "../fold/fold.js";
import { modelFold, rowsByWasm } from "../fold/model-fold.js";
import { rowBlockOf, statementsOf } from "../fold/panels.js";
import { LazyKernel } from "../fold/wasm/lazy-kernel.js";
import { ChunkTable } from "./chunk-table.js";
import { JobRunner } from "./job-runner.js";
import { namesOfLosses } from "./named-losses.js";
import { hardwareThreads, type ParallelOptions, threadRules } from "./options.js";
import type { LoadRequest } from "./protocol.js";
import { EvaluationLog, replay } from "./replay.js";
import { RowsForWorkers } from "./rows-for-workers.js";
import { type WorkerPool, workersOf } from "./worker-pool.js";

const parallelRules: Rules<ParallelOptions> = { ...fitRules, ...threadRules, signal: signalRule };

/**
 * Like `fit`, but several threads compute the residuals and derivatives, each of its own chunks of
 * 65,536 rows: for large data sets. The result is equal to the bit to that of `fit` with `kernel:
 * "wasm"`, whatever the number of threads. The calling thread is one of them; it yields to the
 * event loop after each chunk.
 *
 * Some fits use one thread, as `fitAsync` does: those of a model compiled without WebAssembly or on
 * a platform without it, with a loss defined in the spec, correlated errors, parameters without a
 * start value, or `compat`, and those of fewer than two chunks.
 *
 * ```ts
 * const fit = await fitParallel(Decay, { t, y }, { threads: 4 });
 * ```
 * @throws FitError (rejects) as `fit`; also `workerNotStarted`, `workerFailed`,
 *   `unexpectedWorkerAnswer` if a worker fails. Rejects with the reason of `signal` if it is
 *   aborted.
 */
export async function fitParallel<M extends ModelShape>(
  fitter: Fitter<M>,
  data: Columns<M["column"]>,
  options: ParallelOptions<NoInfer<M>> = {},
): Promise<FitResult<M>> {
  const checked = checkedOptions<ParallelOptions>(options, parallelRules);
  return (await fitByThreads(problemOf(fitter), workersOf(fitter), data, checked)) as FitResult<M>;
}

/**
 * The solver runs in the calling thread. All threads evaluate chunks, which are merged in the
 * canonical tree.
 */
async function fitByThreads(
  compiled: FitProblem,
  pool: WorkerPool,
  columns: Columns<string>,
  options: ParallelOptions,
): Promise<FitResult> {
  const { threads = hardwareThreads(), worker = null, signal, ...rest } = options;
  throwIfAborted(signal);
  const fit = prepareFit(fitCall(compiled, rest), columns);
  const { problem, data, start } = fit;
  const { active } = start;
  const run = runOf(fit);
  const chunks = Math.ceil(data.rows / chunkRows);
  const own = chunks < 2 ? null : rowsByWasm(problem, data.columns, data.rows, active);
  const sent = own === null ? null : sentModel(fit);
  if (own === null || sent === null) {
    return runStepsAsync(solveFit(fit, modelFold(problem, data.columns, data.rows, active)), run, signal);
  }
  const count = Math.min(threads, chunks);
  const rows = new RowsForWorkers(data.columns, count === 1 ? [] : sent.model.columns, data.rows);
  const table = new ChunkTable(rows, active.length, count, own);
  const log = new EvaluationLog(new Fold(problem, data.columns, data.rows, active, table), active.length);
  const runner = new JobRunner(pool, count - 1, worker, { ...sent, columns: rows.shared }, run.check);
  try {
    return await replay(
      log,
      () => solveFit(fit, log, (begin) => log.part(begin)),
      (evaluation) => runner.run(table.pass(evaluation), signal),
      (iteration) => reportIteration(run, iteration),
    );
  } finally {
    runner.close();
  }
}

/**
 * What workers need to know about a model; null if they cannot compute it, because the model's own
 * functions cannot be sent.
 */
function sentModel({ problem, start, separable }: PreparedFit): Omit<LoadRequest, "columns"> | null {
  const kernel = LazyKernel.of(problem);
  const block = rowBlockOf(problem);
  const losses = block && namesOfLosses(statementsOf(problem, block));
  if (kernel?.module == null || losses === null || separable.startless) return null;
  return { kind: "load", module: kernel.module, model: kernel.model, active: start.active, losses };
}

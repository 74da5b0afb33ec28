import { type AbortSignalLike, throwIfAborted } from "./api/abort-signal.js";
import { checkedOptions, fitRules, type Rules, signal as signalRule } from "./api/check-options.js";
import type { FitOptions, ModelShape } from "./api/fit-options.js";
import type { FitResult } from "./api/fit-result.js";
import type { Fitter, ModelInfo } from "./api/fitter.js";
import type { FitProblem } from "./contract/fit-problem.js";
import { prepareData } from "./data/prepare.js";
import { fitCall } from "./fit/call.js";
import { jacobianAt, residualsAt } from "./fit/evaluate-at.js";
import { fitSteps, prepareFit, runOf } from "./fit/fit.js";
import { problemOf } from "./fit/problem-of.js";
import { runSteps, runStepsAsync } from "./fit/run-steps.js";
import { predict } from "./inference/predict.js";

interface AsyncOptions extends FitOptions {
  readonly signal?: AbortSignalLike;
}

const asyncRules: Rules<AsyncOptions> = { ...fitRules, signal: signalRule };

/**
 * Makes the fitter of a compiled model. Emitted modules call it.
 * @throws FitError `contractVersionMismatch` if the module was compiled for another version of the
 *   contract
 */
export function createFitter<M extends ModelShape>(emitted: FitProblem): Fitter<M> {
  const problem = problemOf({ problem: emitted });
  return {
    info: infoOf<M>(problem),
    problem,
    fit: (data, options = {}) => {
      const call = fitCall(problem, checkedOptions(options, fitRules));
      const fit = prepareFit(call, data);
      return runSteps(fitSteps(fit), runOf(fit)) as FitResult<M>;
    },
    async fitAsync(data, options = {}) {
      const { signal, ...rest } = checkedOptions(options, asyncRules);
      throwIfAborted(signal);
      const fit = prepareFit(fitCall(problem, rest), data);
      return (await runStepsAsync(fitSteps(fit), runOf(fit), signal)) as FitResult<M>;
    },
    predict: (fit, at, options = {}) => predict(problem, fit as FitResult, at, options),
    residuals: (x, data, options = {}) => residualsAt(problem, x, data, options),
    jacobian: (x, data, options = {}) => jacobianAt(problem, x, data, options),
    rowIndex(data) {
      const { kept, rows } = prepareData(problem, data);
      return kept ?? Uint32Array.from({ length: rows }, (_, i) => i);
    },
  };
}

function infoOf<M extends ModelShape>(problem: FitProblem): ModelInfo<M> {
  const names = (infos: readonly { readonly name: string }[]) => infos.map(({ name }) => name);
  return frozen({
    name: problem.model,
    specSha256: problem.specSha256,
    columns: names(problem.columns.filter((column) => column.used || column.filter)),
    columnInfo: problem.columns.map((column) => ({ ...column })),
    source: problem.source && { ...problem.source },
    params: names(problem.params),
    free: problem.free.map((j) => problem.params[j]?.name ?? ""),
    derived: names(problem.derived),
    responses: problem.statements.filter(({ kind }) => kind === "fit").map(({ response }) => response),
  });
}

/** Freezes an object and all it contains: it describes the model to all who have the fitter. */
function frozen<T extends object>(value: T): T {
  for (const part of Object.values<unknown>(value as Readonly<Record<string, unknown>>)) {
    if (typeof part === "object" && part !== null) frozen(part);
  }
  return Object.freeze(value);
}

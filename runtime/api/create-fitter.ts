import { fitMany } from "../batch/fit-many.js";
import type { ManyFits, ManyOptions } from "../batch/many.js";
import { abi, type FitProblem } from "../contract/fit-problem.js";
import { prepareData } from "../data/prepare.js";
import { drive, driveAsync } from "../fit/drive.js";
import { fitSteps } from "../fit/fit.js";
import { jacobianAt, residualsAt } from "../fold/evaluate.js";
import { LazyKernel } from "../fold/wasm/lazy-kernel.js";
import { type Bootstrap, bootstrap } from "../inference/bootstrap/bootstrap.js";
import { contour } from "../inference/contour.js";
import { diagnostics } from "../inference/diagnostics.js";
import { linearization } from "../inference/linearization.js";
import { predict } from "../inference/predict.js";
import { profile, profiles } from "../inference/profile.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { Crew } from "../threads/crew.js";
import { fitParallel } from "../threads/fit-parallel.js";
import type { ParallelOptions } from "../threads/options.js";
import { checkAsyncOptions } from "./check-options.js";
import type { Columns, FitOptions, FitResult, ModelShape } from "./fit-result.js";
import type { Fitter, ModelInfo } from "./fitter.js";

/**
 * Makes the fitter of a compiled model; emitted modules call it.
 * @throws FitError contractVersionMismatch where the module was compiled for another version of the contract
 */
export function createFitter<M extends ModelShape>(emitted: FitProblem): Fitter<M> {
  if (emitted.abi !== abi)
    throw new FitError(runtimeMessages.contractVersionMismatch({ found: emitted.abi, expected: abi }));
  const problem = { ...emitted, wasm: LazyKernel.of(emitted) };
  const crew = new Crew();
  const single = (data: Columns<string>, options: FitOptions): FitResult =>
    drive(fitSteps(problem, data, options), options);
  return {
    info: infoOf<M>(problem),
    problem: emitted,
    fit: (data, options = {}) => single(data, options as FitOptions) as FitResult<M>,
    async fitAsync(data, options = {}) {
      checkAsyncOptions(options);
      const { signal, ...rest } = options;
      signal?.throwIfAborted();
      const steps = fitSteps(problem, data, rest as FitOptions);
      return (await driveAsync(steps, rest as FitOptions, signal)) as FitResult<M>;
    },
    async fitParallel(data, options = {}) {
      return (await fitParallel(problem, crew, data, options as ParallelOptions)) as FitResult<M>;
    },
    async fitMany(data, offsets, options = {}) {
      return (await fitMany(problem, single, crew, data, offsets, options as ManyOptions)) as ManyFits<M>;
    },
    predict: (fit, at, options = {}) => predict(problem, fit as FitResult, at, options),
    profile: (fit, data, name, options = {}) => profile(problem, fit as FitResult, data, name, options),
    linearization: (fit, data, options = {}) => linearization(problem, fit as FitResult, data, options),
    diagnostics: (fit, data, options = {}) => diagnostics(problem, fit as FitResult, data, options),
    profiles: (fit, data, options = {}) => profiles(problem, fit as FitResult, data, options),
    contour: (fit, data, a, b, options = {}) => contour(problem, fit as FitResult, data, a, b, options),
    bootstrap: (fit, data, options = {}) => bootstrap(problem, fit as FitResult, data, options) as Bootstrap<M>,
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
  return {
    name: problem.model,
    specSha256: problem.specSha256,
    columns: names(problem.columns.filter((column) => column.used || column.filter)),
    columnInfo: problem.columns,
    source: problem.source,
    params: names(problem.params),
    free: problem.free.map((j) => problem.params[j]?.name ?? ""),
    derived: names(problem.derived),
    responses: problem.statements.filter(({ kind }) => kind === "fit").map(({ response }) => response),
  };
}

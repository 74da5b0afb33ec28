import { pick } from "../../math/dense/small-arrays.js";
import type { Columns, FitOptions } from "../api/fit-options.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { checkUnchanged, type PreparedData, prepareData } from "../data/prepare.js";
import type { Evaluations } from "../fold/evaluations.js";
import { modelFold } from "../fold/model-fold.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { watchLowest } from "../solvers/lowest.js";
import { startInside } from "../solvers/minimize.js";
import { FoldObjective } from "../solvers/objective.js";
import { multiStartSettings, searchWanted, solverSettings } from "../solvers/settings.js";
import type { StartPoint } from "../solvers/solver.js";
import type { StartValues } from "../solvers/start-values.js";
import type { FinishedFit } from "../statistics/finished-fit.js";
import { fitResult } from "../statistics/fit-result.js";
import type { FitCall } from "./call.js";
import { checkFiniteStart } from "./check-finite-start.js";
import { checkNoise } from "./check-noise.js";
import { checkOrder } from "./check-order.js";
import { boundedParam, chooseSolver } from "./choose-solver.js";
import { whitened } from "./correlation/whitened.js";
import { type LocalFit, type MultiStart, multiStart } from "./multi-start/multi-start.js";
import { withLinearStart } from "./projection/linear-start.js";
import { minimizeSeparable, type SeparableFit } from "./projection/minimize-separable.js";
import { ReducedProblem } from "./projection/reduced-problem.js";
import type { FitSteps, Run } from "./run-steps.js";
import { needsSecondLook, secondLook } from "./search/second-look.js";
import { startValues } from "./start.js";
import { stepAside } from "./step-aside.js";

/** A fit with checked data, options and start, ready for a solver. */
export interface PreparedFit {
  /** The problem as the call wants it solved. */
  readonly problem: FitProblem;
  readonly data: PreparedData;
  readonly options: FitOptions;
  readonly start: StartValues;
  readonly separable: SeparableFit;
  /** The number of residuals that count as observations. */
  readonly residuals: number;
}

/** How the steps of a prepared fit are run. */
export function runOf({ problem, data, options }: PreparedFit): Run {
  return { options, check: () => checkUnchanged(problem, data) };
}

/**
 * The steps of the solver of a prepared fit: yields the accepted iterates, and each time receives
 * whether to go on.
 */
export function fitSteps(fit: PreparedFit): FitSteps {
  const { problem, data, start } = fit;
  return solveFit(fit, modelFold(problem, data.columns, data.rows, start.active));
}

/**
 * @param set the data set, for start values that differ among them
 * @throws FitError for bad data, start values or noise
 */
export function prepareFit(call: FitCall, columns: Columns<string>, set = 0): PreparedFit {
  const { options } = call;
  const data = prepareData(call.problem, columns);
  const adapted = whitened(call.problem, data, options.covariance);
  const given = startValues(adapted, data, call, set);
  const problem = chooseSolver(adapted, boundedParam(given), options);
  const n = given.active.length;
  const { method } = problem.solver;
  const residuals = checkNoise(problem, data, given.params);
  if (method === "lm" && residuals < n) throw new FitError(runtimeMessages.lmUnderdetermined({ residuals, params: n }));

  checkOrder(problem, given);
  const start = withLinearStart(problem, data, given);
  const limited = (options.maxEvals ?? problem.solver.maxEvals) !== undefined;
  const reduced = ReducedProblem.of(problem, data, start);
  return { problem, data, options, start, residuals, separable: { reduced, startless: start !== given, limited } };
}

/**
 * Runs a prepared fit.
 *
 * @param fold evaluates the problem over its data
 * @param part runs one of the local fits
 * @throws FitError for a model that is not finite at the start
 */
export function* solveFit(
  { problem, data, options, start, separable, residuals }: PreparedFit,
  fold: Evaluations,
  part: (begin: () => LocalFit) => LocalFit = (begin) => begin(),
): FitSteps {
  const { indices } = start;
  const bounds = { lower: pick(start.lower, indices), upper: pick(start.upper, indices) };
  const settings = solverSettings(problem, options, start.indices);
  const x = startInside(pick(start.params, indices), bounds, settings);
  const objective = new FoldObjective(fold, start.params, start.indices);
  const given = { x, state: fold.linearize(objective.params(x)) };
  const aside = stepAside(objective, given, data.columns, bounds, settings);
  const begin = aside ?? given;
  checkFiniteStart(problem, data, objective.params(begin.x), start.active, begin.state);

  const local = (from: StartPoint) =>
    part(() => {
      objective.restart(start.params);
      return minimizeSeparable(separable, objective, from, bounds, settings);
    });
  const plan: MultiStart = { ...multiStartSettings(problem, options), local };
  const fits = multiStart(plan, objective, begin, bounds, settings);
  const { end, lowest } = yield* watchLowest(fits, bounds);
  const { minimum, minima } = end;
  const first = begin.state;
  const beside = aside?.x ?? null;
  const fit: FinishedFit = {
    problem,
    data,
    residuals,
    options,
    start,
    bounds,
    first,
    beside,
    lowest,
    minima,
    ...minimum,
  };
  const result = fitResult(fit);
  const isDone = !searchWanted(problem, options) || (separable.limited && minimum.outcome.status === 0);
  if (isDone || !needsSecondLook(fit, result)) return result;
  return yield* secondLook(fit, result, { fold, settings, from: begin, part, local });
}

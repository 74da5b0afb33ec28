import { checkFiniteStart, checkNoise } from "./checks.js";
import { prepareData } from "./data/prepare.js";
import { FitDataError } from "./errors.js";
import { Fold } from "./fold/fold.js";
import { runtimeMessages } from "./messages/index.js";
import { checkOptions } from "./options.js";
import type { FitProblem } from "./problem.js";
import type { Columns, FitOptions, FitResult, Iteration } from "./result.js";
import { isUnbounded, strictlyInside } from "./solvers/bounds.js";
import { lm } from "./solvers/lm.js";
import { FoldObjective } from "./solvers/objective.js";
import { solverSettings } from "./solvers/settings.js";
import { snapToBounds } from "./solvers/snap.js";
import { trf } from "./solvers/trf.js";
import { startValues } from "./start.js";
import { fitResult } from "./stats/fit-result.js";

/** How far inside its bounds a fit starts, as in SciPy. */
const interiorStep = 1e-10;

/**
 * One fit from data to result, as the steps of its solver: yields the accepted iterates, and is told whether to go on. `fit`
 * and `fitAsync` drive it.
 * @throws FitDataError for bad data, options, start values or noise
 */
export function* fitSteps(
  problem: FitProblem,
  columns: Columns<string>,
  options: FitOptions,
): Generator<Iteration, FitResult, "stop" | undefined> {
  checkOptions(options);
  const data = prepareData(problem, columns);
  const start = startValues(problem, data, options);
  const n = start.active.length;
  if (n === 0) throw new FitDataError(runtimeMessages.FIT5013());
  const fold = new Fold(problem, data.columns, data.rows, start.active);
  const { method } = problem.solver;
  const residuals = checkNoise(problem, data, start.params);
  if (method === "lm" && residuals < n) throw new FitDataError(runtimeMessages.FIT5012({ residuals, params: n }));

  const pick = (values: Float64Array): Float64Array => Float64Array.from(start.indices, (j) => values[j] as number);
  const bounds = { lower: pick(start.lower), upper: pick(start.upper) };
  const bounded = method === "trf" && !isUnbounded(bounds);
  const x = bounded ? strictlyInside(pick(start.params), bounds, interiorStep) : pick(start.params);
  const objective = new FoldObjective(fold, start.params, start.indices);
  const first = fold.linearize(objective.params(x));
  checkFiniteStart(problem, data, objective.params(x), start.active, first);

  const settings = solverSettings(problem.solver, options, n);
  const begin = { x, state: first };
  const outcome = yield* method === "lm" ? lm(objective, begin, settings) : trf(objective, begin, bounds, settings);
  const snapped = snapToBounds(objective, outcome, bounds, options.compat === "scipy" ? settings.xtol : null);
  return fitResult({ problem, data, residuals, options, start, bounds, first, ...snapped });
}

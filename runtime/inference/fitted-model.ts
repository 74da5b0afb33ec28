import { fitRules, type Rules } from "../api/check-options.js";
import { checkResult } from "../api/check-result.js";
import type { Columns, FitOptions, ModelShape } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import type { Fitter } from "../api/fitter.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { isRobustLoss } from "../contract/losses.js";
import { type PreparedData, prepareData } from "../data/prepare.js";
import { adapt } from "../fit/adapt.js";
import { whitened } from "../fit/correlation/whitened.js";
import { problemOf } from "../fit/problem-of.js";
import { modelFold } from "../fold/model-fold.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import type { Bounds } from "../solvers/bounds.js";

/** A finished fit put together again from its result and its data: what every later operation on a result works on. */
export interface FittedModel {
  /** What `fit` returned. */
  readonly result: FitResult;
  /** As the fit saw it. */
  readonly problem: FitProblem;
  readonly data: PreparedData;
  /** All parameters at the result. */
  readonly params: Float64Array;
  /** The free ones: as indices into `params`, and into `problem.free`. */
  readonly indices: readonly number[];
  readonly active: readonly number[];
  /** Their values and bounds. */
  readonly x: Float64Array;
  readonly bounds: Bounds;
  /** The positions of those that the statistics are of: under SciPy's rules all, else those that no bound holds. */
  readonly kept: readonly number[];
}

/** What an operation on a finished fit is told of it beside its data. */
export type FittedOptions = Pick<FitOptions, "covariance" | "kernel">;

export const fittedRules: Rules<FittedOptions> = { covariance: fitRules.covariance, kernel: fitRules.kernel };

/** How far the cost of a result may be from that at its parameters: sums in another order differ by far less, other data by more. */
const sameCost = 1e-9;

/**
 * @param fit what `fit` returned, or the same read back from JSON, where an infinite bound has become null
 * @param columns the data of the fit
 * @param options those of the fit that its result does not hold
 * @throws FitError resultNotOfModel where the result is not one of this model, rowCountMismatch and
 * costMismatch where the data are not its own
 */
export function fittedModel<M extends ModelShape>(
  fitter: Fitter<M>,
  fit: FitResult<NoInfer<M>>,
  columns: Columns<M["column"]>,
  options: FittedOptions = {},
): FittedModel {
  const problem = problemOf(fitter);
  const result = fit as FitResult;
  checkResult(problem, result);
  const { solver, compat } = result;
  const plain = adapt(problem, { ...options, ...lossOption(result), solver, ...(compat === null ? {} : { compat }) });
  const data = prepareData(plain, columns);
  if (data.rows !== result.rows) {
    throw new FitError(runtimeMessages.rowCountMismatch({ found: data.rows, rows: result.rows }));
  }
  const adapted = whitened(plain, data, options.covariance);
  const estimates = new Map(Object.entries(result.params));
  const params = Float64Array.from(problem.params, ({ name }) => estimates.get(name)?.value ?? Number.NaN);
  const free = new Set<string>(result.free);
  const active = problem.free.flatMap((param, j) => (free.has(problem.params[param]?.name ?? "") ? [j] : []));
  const indices = active.map((j) => problem.free[j] as number);
  const bound = (end: "lower" | "upper", none: number) =>
    Float64Array.from(indices, (param) => estimates.get(problem.params[param]?.name ?? "")?.[end] ?? none);
  const cost = modelFold(adapted, data.columns, data.rows, active).cost(params);
  if (!(Math.abs(cost - result.cost) <= sameCost * result.cost)) {
    throw new FitError(runtimeMessages.costMismatch({ found: show(cost), cost: show(result.cost) }));
  }
  return {
    result,
    problem: adapted,
    data,
    params,
    indices,
    active,
    x: Float64Array.from(indices, (param) => params[param] as number),
    kept: indices.flatMap((_, j) => (result.compat === "scipy" || result.activeMask[j] === 0 ? [j] : [])),
    bounds: { lower: bound("lower", Number.NEGATIVE_INFINITY), upper: bound("upper", Number.POSITIVE_INFINITY) },
  };
}

/** The loss of a fit as an option; none where it can but have been the spec's: one's own, or one that differs among statements. */
function lossOption({ loss, lossScale }: FitResult): Pick<FitOptions, "loss"> {
  if (loss === "linear") return { loss };
  return isRobustLoss(loss) ? { loss: { name: loss, scale: lossScale } } : {};
}

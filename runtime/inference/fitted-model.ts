import { fitRules, type Rules } from "../api/check-options.js";
import type { Columns, FitOptions, ModelShape } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import type { Fitter } from "../api/fitter.js";
import { type ReadResult, readResult } from "../api/read-result.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { isRobustLoss } from "../contract/losses.js";
import { type PreparedData, prepareData } from "../data/prepare.js";
import { adapt } from "../fit/adapt.js";
import { checkCovariance, whitened } from "../fit/correlation/whitened.js";
import { problemOf } from "../fit/problem-of.js";
import { modelFold } from "../fold/model-fold.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import type { Bounds } from "../solvers/bounds.js";

/**
 * A finished fit, reconstructed from its result and its data: the input of all later operations.
 */
export interface FittedModel {
  /** What `fit` returned. */
  readonly result: ReadResult;
  /** The problem as the fit solved it. */
  readonly problem: FitProblem;
  readonly data: PreparedData;
  /** All parameters at the result. */
  readonly params: Float64Array;
  /** The free parameters, as indices into `params` and into `problem.free`. */
  readonly indices: readonly number[];
  readonly active: readonly number[];
  /** Their values and bounds. */
  readonly x: Float64Array;
  readonly bounds: Bounds;
  /**
   * The positions of the free parameters that the statistics cover: all under SciPy's rules, else
   * those without an active bound.
   */
  readonly kept: readonly number[];
}

/** The options that an operation on a finished fit needs in addition to its data. */
export type FittedOptions = Pick<FitOptions, "covariance" | "kernel">;

export const fittedRules: Rules<FittedOptions> = { covariance: fitRules.covariance, kernel: fitRules.kernel };

/**
 * How far the cost of a result may be from the cost at its parameters. Another order of summation
 * changes it far less, other data far more.
 */
const sameCost = 1e-9;

/**
 * Reconstructs a finished fit.
 *
 * @param fit what `fit` returned, or the same read from JSON, where an infinite bound has become
 *   null
 * @param columns the data of the fit
 * @param options the options of the fit that its result does not contain, as `checkedOptions` gives
 *   them
 * @throws FitError resultNotOfModel if the result does not belong to this model, rowCountMismatch
 *   and costMismatch if the data are not those of the fit
 */
export function fittedModel<M extends ModelShape>(
  fitter: Fitter<M>,
  fit: FitResult<NoInfer<M>>,
  columns: Columns<M["column"]>,
  options: FittedOptions = {},
): FittedModel {
  const problem = problemOf(fitter);
  const result = readResult(problem, fit);
  const { solver, compat } = result;
  const plain = adapt(problem, { ...options, ...lossOption(result), solver, ...(compat === null ? {} : { compat }) });
  checkCovariance(plain, options.covariance);
  const data = prepareData(plain, columns);
  if (data.rows !== result.rows) {
    throw new FitError(runtimeMessages.rowCountMismatch({ found: data.rows, rows: result.rows }));
  }
  const adapted = whitened(plain, data, options.covariance);
  const estimates = result.params;
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

/**
 * The loss of a fit as an option. There is none for a custom loss, or for one that differs among
 * statements: such a loss can only come from the spec.
 */
function lossOption({ loss, lossScale }: ReadResult): Pick<FitOptions, "loss"> {
  if (loss === "linear") return { loss };
  return isRobustLoss(loss) ? { loss: { name: loss, scale: lossScale } } : {};
}

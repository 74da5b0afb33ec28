import { adapt } from "./adapt.js";
import { type PreparedData, prepareData } from "./data/prepare.js";
import type { FitProblem } from "./problem.js";
import type { Columns, FitOptions, FitResult } from "./result.js";
import type { Bounds } from "./solvers/bounds.js";

/** A finished fit put together again from its result and its data: what every later operation on a result works on. */
export interface FittedModel {
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
}

/**
 * @param columns the data of the fit
 * @param options those of the fit that its result does not hold
 * @throws FitDataError FIT5019 where the result is not one of this model
 */
export function fittedModel(
  problem: FitProblem,
  result: FitResult,
  columns: Columns<string>,
  options: Pick<FitOptions, "covariance"> = {},
): FittedModel {
  const adapted = adapt(problem, { ...options, solver: result.solver });
  const data = prepareData(adapted, columns);
  const estimates = new Map(Object.entries(result.params));
  const params = Float64Array.from(problem.params, ({ name }) => estimates.get(name)?.value ?? Number.NaN);
  const free = new Set<string>(result.free);
  const active = problem.free.flatMap((param, j) => (free.has(problem.params[param]?.name ?? "") ? [j] : []));
  const indices = active.map((j) => problem.free[j] as number);
  const bound = (end: "lower" | "upper") =>
    Float64Array.from(indices, (param) => estimates.get(problem.params[param]?.name ?? "")?.[end] ?? Number.NaN);
  return {
    problem: adapted,
    data,
    params,
    indices,
    active,
    x: Float64Array.from(indices, (param) => params[param] as number),
    bounds: { lower: bound("lower"), upper: bound("upper") },
  };
}

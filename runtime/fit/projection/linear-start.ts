import type { FitProblem } from "../../contract/fit-problem.js";
import type { PreparedData } from "../../data/prepare.js";
import type { StartValues } from "../../solvers/start-values.js";
import { BasisFold } from "./basis-fold.js";
import { Projection } from "./project.js";

/**
 * The start with a value for every parameter. Linear parameters without a start value take the
 * values that fit best, with the other parameters at their start. A value outside its bounds is
 * reflected into them: on a bound the fit might get stuck.
 */
export function withLinearStart(problem: FitProblem, data: PreparedData, start: StartValues): StartValues {
  const lacking = lackingStart(start);
  if (lacking.length === 0) return start;
  const { separable, free } = problem;
  if (separable === null)
    throw new Error("fitc bug: a parameter without a start value in a model that is not separated");
  const betas = lacking.map((param) => separable.linear.findIndex((position) => free[position] === param));
  const fold = new BasisFold(problem, separable, data.columns, data.rows, betas, []);
  const factor = fold.fold(start.params);
  // If the model is not finite, any value will do: the check of the start reports it.
  const beta = factor.finite ? new Projection(factor, betas.length).beta : new Float64Array(betas.length).fill(1);
  const params = start.params.slice();
  for (const [i, param] of lacking.entries()) {
    params[param] = reflected(beta[i] as number, start.lower[param] as number, start.upper[param] as number);
  }
  return { ...start, params };
}

/** The free parameters without a start value, as indices into `params`. */
function lackingStart({ params, indices }: StartValues): readonly number[] {
  return indices.filter((param) => Number.isNaN(params[param]));
}

/** A value outside its interval, reflected at the nearer end, but at most to the middle. */
function reflected(value: number, lower: number, upper: number): number {
  if (value > lower && value < upper) return value;
  const end = value <= lower ? lower : upper;
  const distance = Math.min(Math.abs(value - end) || 1, (upper - lower) / 2);
  return end === lower ? end + distance : end - distance;
}

import { checkOptions, fitRules } from "../api/check-options.js";
import type { Columns } from "../api/fit-options.js";
import type { EvaluateOptions } from "../api/fitter.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { type PreparedData, prepareData } from "../data/prepare.js";
import { jacobianOf, residualsOf } from "../fold/evaluate.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import { whitened } from "./correlation/whitened.js";

const evaluateRules = { covariance: fitRules.covariance };

/**
 * The scaled residuals at free parameters `x`: row residuals at row * statements + statement, then
 * those of statements without a column.
 */
export function residualsAt(
  problem: FitProblem,
  x: ArrayLike<number>,
  columns: Columns<string>,
  options: EvaluateOptions,
): Float64Array {
  checkOptions(options, evaluateRules);
  const data = prepareData(problem, columns);
  return residualsOf(whitened(problem, data, options.covariance), paramsAt(problem, x, data), data);
}

/** The derivatives of the scaled residuals by the free parameters, row-major. */
export function jacobianAt(
  problem: FitProblem,
  x: ArrayLike<number>,
  columns: Columns<string>,
  options: EvaluateOptions,
): Float64Array {
  checkOptions(options, evaluateRules);
  const data = prepareData(problem, columns);
  return jacobianOf(whitened(problem, data, options.covariance), paramsAt(problem, x, data), data);
}

/**
 * All parameters: the free ones at `x`, the fixed ones at the values that the spec gives them for
 * this data.
 *
 * @throws FitError invalidPoint unless `x` has a number for each free parameter
 */
function paramsAt(problem: FitProblem, x: ArrayLike<number>, data: PreparedData): Float64Array {
  const names = problem.free.map((param) => `'${problem.params[param]?.name ?? ""}'`);
  const given: unknown = x;
  if (!isArrayOfNumbers(given) || given.length !== names.length) {
    const found = isArrayOfNumbers(given)
      ? `${given.length} ${given.length === 1 ? "number" : "numbers"}`
      : show(given);
    throw new FitError(runtimeMessages.invalidPoint({ found, count: names.length, names: names.join(", ") }));
  }
  const rules = new Float64Array(3 * problem.params.length);
  problem.start(data.columns, data.rows, rules);
  const p = Float64Array.from(problem.params, (_, j) => rules[3 * j] as number);
  for (const [j, param] of problem.free.entries()) p[param] = given[j] as number;
  return p;
}

function isArrayOfNumbers(x: unknown): x is ArrayLike<number> {
  if (typeof x !== "object" || x === null || !("length" in x) || typeof x.length !== "number") return false;
  return Array.from(x as ArrayLike<unknown>).every((value) => typeof value === "number");
}

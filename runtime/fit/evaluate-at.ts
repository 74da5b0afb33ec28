import { checkedOptions, fitRules } from "../api/check-options.js";
import type { Columns } from "../api/fit-options.js";
import type { EvaluateOptions } from "../api/fitter.js";
import { isNumbers, type NotNumbers, numbersIn } from "../api/numbers.js";
import { reading } from "../api/reading.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { type PreparedData, prepareData } from "../data/prepare.js";
import { jacobianOf, residualsOf } from "../fold/evaluate.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import { checkCovariance, whitened } from "./correlation/whitened.js";

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
  const { whole, p, data } = placeOf(problem, x, columns, options);
  return residualsOf(whole, p, data);
}

/** The derivatives of the scaled residuals by the free parameters, row-major. */
export function jacobianAt(
  problem: FitProblem,
  x: ArrayLike<number>,
  columns: Columns<string>,
  options: EvaluateOptions,
): Float64Array {
  const { whole, p, data } = placeOf(problem, x, columns, options);
  return jacobianOf(whole, p, data);
}

/** The data last: what is read before may still change them. */
function placeOf(problem: FitProblem, x: ArrayLike<number>, columns: Columns<string>, options: EvaluateOptions) {
  const { covariance } = checkedOptions<EvaluateOptions>(options, evaluateRules);
  checkCovariance(problem, covariance);
  const point = pointOf(problem, x);
  const data = prepareData(problem, columns);
  return { whole: whitened(problem, data, covariance), p: paramsAt(problem, point, data), data };
}

/** @throws FitError invalidPoint unless `x` has a number for each free parameter */
function pointOf(problem: FitProblem, x: unknown): Float64Array {
  const names = problem.free.map((param) => `'${problem.params[param]?.name ?? ""}'`);
  const numbers = reading("the point", () => numbersIn(x));
  if (isNumbers(numbers) && numbers.length === names.length) return numbers;
  const found = foundInstead(x, numbers);
  throw new FitError(runtimeMessages.invalidPoint({ found, count: names.length, names: names.join(", ") }));
}

function foundInstead(x: unknown, numbers: Float64Array | NotNumbers): string {
  if (isNumbers(numbers)) return `${numbers.length} ${numbers.length === 1 ? "number" : "numbers"}`;
  return numbers.at === null ? numbers.found : show(x);
}

/**
 * All parameters: the free ones at a point, the fixed ones at the values that the spec gives them
 * for this data.
 */
function paramsAt(problem: FitProblem, point: Float64Array, data: PreparedData): Float64Array {
  const rules = new Float64Array(3 * problem.params.length);
  problem.start(data.columns, data.rows, rules);
  const p = Float64Array.from(problem.params, (_, j) => rules[3 * j] as number);
  for (const [j, param] of problem.free.entries()) p[param] = point[j] as number;
  return p;
}

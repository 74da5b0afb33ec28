import { checkDataOptions } from "../api/check-options.js";
import type { Columns, FitOptions } from "../api/fit-result.js";
import { type FitProblem, panelRows } from "../contract/fit-problem.js";
import { type PreparedData, prepareData } from "../data/prepare.js";
import { whitened } from "../fit/correlation/whitened.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

/** What residuals need besides the data. */
export type EvaluateOptions = Pick<FitOptions, "covariance">;

/** The scaled residuals at free parameters `x`; row residuals at row * statements + statement, then those that occur once. */
export function residualsAt(
  problem: FitProblem,
  x: ArrayLike<number>,
  columns: Columns<string>,
  options: EvaluateOptions,
): Float64Array {
  checkDataOptions(options);
  const data = prepareData(problem, columns);
  return residualsOf(whitened(problem, data, options.covariance), paramsAt(problem, x, data), data);
}

/** As {@link residualsAt}, of all parameters and of data that are prepared already. */
export function residualsOf(problem: FitProblem, p: Float64Array, data: PreparedData): Float64Array {
  const { rowStatements: m, onceStatements: once } = problem;
  const out = new Float64Array(data.rows * m + once);
  const r = new Float64Array(Math.max(m * panelRows, once));
  for (let from = 0; m > 0 && from < data.rows; from += panelRows) {
    const k = Math.min(panelRows, data.rows - from);
    problem.residuals(p, data.columns, from, from + k, r);
    for (let i = 0; i < k; i++) for (let s = 0; s < m; s++) out[(from + i) * m + s] = r[s * k + i] as number;
  }
  if (once > 0) {
    problem.residualsOnce(p, r);
    out.set(r.subarray(0, once), data.rows * m);
  }
  return out;
}

/** Their derivatives by the free parameters, row-major. */
export function jacobianAt(
  problem: FitProblem,
  x: ArrayLike<number>,
  columns: Columns<string>,
  options: EvaluateOptions,
): Float64Array {
  checkDataOptions(options);
  const data = prepareData(problem, columns);
  return jacobianOf(whitened(problem, data, options.covariance), paramsAt(problem, x, data), data);
}

/** As {@link jacobianAt}, of all parameters and of data that are prepared already. */
export function jacobianOf(problem: FitProblem, p: Float64Array, data: PreparedData): Float64Array {
  const { rowStatements: m, onceStatements: once } = problem;
  const n = problem.free.length;
  const out = new Float64Array((data.rows * m + once) * n);
  const size = Math.max(m * panelRows, once);
  const r = new Float64Array(size);
  const J = new Float64Array(size * n);
  for (let from = 0; m > 0 && from < data.rows; from += panelRows) {
    const k = Math.min(panelRows, data.rows - from);
    problem.linearize(p, data.columns, from, from + k, r, J);
    for (let i = 0; i < k; i++) {
      for (let s = 0; s < m; s++) {
        for (let j = 0; j < n; j++) out[((from + i) * m + s) * n + j] = J[(j * m + s) * k + i] as number;
      }
    }
  }
  if (once > 0) {
    problem.linearizeOnce(p, r, J);
    for (let t = 0; t < once; t++) {
      for (let j = 0; j < n; j++) out[(data.rows * m + t) * n + j] = J[j * once + t] as number;
    }
  }
  return out;
}

/**
 * All parameters: the free ones at `x`, the fixed ones at the values that the spec gives them for these data.
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

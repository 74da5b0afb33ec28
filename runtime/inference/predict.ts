import { didYouMean } from "../../diagnostics/index.js";
import { checkedOptions, level, type Rules, text } from "../api/check-options.js";
import type { Columns } from "../api/fit-options.js";
import type { Band, FitResult } from "../api/fit-result.js";
import { type ReadResult, readResult } from "../api/read-result.js";
import { reading } from "../api/reading.js";
import { type ColumnData, type FitProblem, type PredictKernel, panelRows } from "../contract/fit-problem.js";
import { varianceOf } from "../contract/noise.js";
import { byName, columnNamed } from "../data/columns.js";
import { dataMessages } from "../data/messages.js";
import { forEachPanel, longestPanel } from "../fold/panels.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { quantileOf } from "../statistics/interval.js";
import { standardError } from "../statistics/uncertainty.js";

interface PredictOptions {
  readonly response?: string;
  readonly level?: number;
}

const predictRules: Rules<PredictOptions> = { response: text, level };

/**
 * Predicted values with pointwise bands by the delta method: the variance of the mean at a point is
 * h'Ch, where h are the derivatives of the prediction and C is the covariance of the parameters
 * (Bates and Watts, Nonlinear Regression Analysis, 1988, 2.3.2). A new observation adds its own
 * variance: sigma^2 if sigma is absolute, otherwise the reduced chi-square, times sigma^2 if there
 * is a sigma.
 *
 * @throws FitError missingColumn for a missing predictor, unknownResponse for an unknown response,
 *   resultNotOfModel if `given` is not a result of this model
 */
export function predict(problem: FitProblem, given: FitResult, at: Columns<string>, options: PredictOptions): Band {
  const { response, level } = checkedOptions(options, predictRules);
  const fit = readResult(problem, given);
  const statement = statementOf(problem, response);
  const kernel = problem.predict[statement] as PredictKernel;
  const { columns, rows } = columnsAt(problem, at);
  const p = Float64Array.from(problem.params, ({ name }) => fit.params.get(name)?.value ?? Number.NaN);
  const coverage = level ?? fit.level;
  const quantile = quantileOf(coverage, fit.sigma === "absolute" ? Number.POSITIVE_INFINITY : fit.dof);

  const value = new Array<number>(rows);
  const stderr = new Array<number>(rows);
  const work = new Float64Array(fit.uncertainty.scales.length);
  const place = { problem, p, columns, rows };
  forEachPrediction(place, fit, kernel, (row, predicted, h) => {
    value[row] = predicted;
    stderr[row] = standardError(fit.uncertainty, h, work);
  });
  const variances = observationVariances(place, fit, statement);
  const prediction = variances === null ? null : limits(value, totalError(stderr, variances), quantile);
  return { value, stderr, ...limits(value, stderr, quantile), prediction, level: coverage };
}

function limits(value: readonly number[], error: ArrayLike<number>, quantile: number) {
  const lower = new Array<number>(value.length);
  const upper = new Array<number>(value.length);
  for (let row = 0; row < value.length; row++) {
    const [mean, deviation] = [value[row] as number, error[row] as number];
    const halfWidth = deviation === 0 ? 0 : quantile * deviation;
    lower[row] = mean - halfWidth;
    upper[row] = mean + halfWidth;
  }
  return { lower, upper };
}

/** The standard deviation of a new observation around its prediction. */
function totalError(stderr: readonly number[], variances: Float64Array): Float64Array {
  return variances.map((variance, row) => Math.sqrt((stderr[row] as number) ** 2 + variance));
}

/** @throws FitError unknownResponse */
function statementOf(problem: FitProblem, response: string | undefined): number {
  const fits = problem.statements.flatMap((statement, s) =>
    problem.predict[s] != null ? [{ s, name: statement.response }] : [],
  );
  const found =
    response === undefined ? (fits.length === 1 ? fits[0] : undefined) : fits.find(({ name }) => name === response);
  if (found !== undefined) return found.s;
  const names = fits.map(({ name }) => name);
  const existing = names.length === 0 ? "it has none" : `it has ${names.map((name) => `'${name}'`).join(", ")}`;
  const message = runtimeMessages.unknownResponse({ name: response ?? "", existing });
  throw new FitError({ ...message, help: didYouMean(response ?? "", names) });
}

/**
 * The predictors, which are required, and the other columns if they are given; the rest are NaN.
 */
function columnsAt(problem: FitProblem, at: Columns<string>): { columns: ColumnData; rows: number } {
  const named = byName(at);
  const given = problem.columns.map(({ name, predictor }) =>
    predictor || reading("the data", () => named.has(name)) ? columnNamed(named, name) : null,
  );
  const lengths = given.flatMap((column, j) =>
    column === null ? [] : [{ length: column.length, name: problem.columns[j]?.name ?? "" }],
  );
  const rows = lengths[0]?.length ?? 0;
  for (const { length, name } of lengths) {
    if (length !== rows) {
      throw new FitError(
        dataMessages.columnLengthsDiffer({
          first: lengths[0]?.name ?? "",
          firstLength: rows,
          second: name,
          secondLength: length,
        }),
        { column: name, about: "data" },
      );
    }
  }
  const missing = new Float64Array(rows).fill(Number.NaN);
  return { columns: given.map((column) => column ?? missing), rows };
}

/** A model with its parameters, and the rows at which it is predicted. */
interface Place {
  readonly problem: FitProblem;
  readonly p: Float64Array;
  readonly columns: ColumnData;
  readonly rows: number;
}

/**
 * Calls `visit` for each row with the prediction and its derivatives by the parameters that were
 * free in the fit.
 */
function forEachPrediction(
  { problem, p, columns, rows }: Place,
  fit: ReadResult,
  kernel: PredictKernel,
  visit: (row: number, predicted: number, h: Float64Array) => void,
): void {
  const free = new Map(problem.free.map((param, column) => [problem.params[param]?.name ?? "", column]));
  const active = fit.free.map((name) => free.get(name) ?? 0);
  const f = new Float64Array(panelRows);
  const J = new Float64Array(panelRows * problem.free.length);
  const h = new Float64Array(active.length);
  forEachPanel(0, rows, (from, to) => {
    const k = to - from;
    kernel(p, columns, from, to, f, J);
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < h.length; j++) h[j] = J[(active[j] as number) * k + i] as number;
      visit(from + i, f[i] as number, h);
    }
  });
}

/**
 * The variance of a new observation at each row; null if it depends on something that is not given.
 */
function observationVariances(
  { problem, p, columns, rows }: Place,
  fit: ReadResult,
  statement: number,
): Float64Array | null {
  // The covariance matrix says nothing about a new observation.
  if (problem.covariance !== null) return null;
  const model = problem.statements[statement]?.noise ?? null;
  const unit = fit.sigma === "absolute" ? 1 : fit.reducedChi2;
  if (unit === null) return null;
  const variances = new Float64Array(rows).fill(unit);
  const block = problem.blocks.find(({ first, count }) => statement >= first && statement < first + count);
  if (model === null || block === undefined) return variances;
  const size = longestPanel([block]);
  const raw = new Float64Array(size);
  const observed = new Float64Array(size);
  const noise = new Float64Array(size);
  let known = rows === 0;
  forEachPanel(0, rows, (from, to) => {
    const k = to - from;
    block.measure(p, columns, from, to, raw, observed, noise);
    for (let i = 0; i < k; i++) {
      const value = noise[(statement - block.first) * k + i] as number;
      // A column that is not given is NaN, and so is everything computed from it in any row.
      known ||= !Number.isNaN(value);
      variances[from + i] = varianceOf(model, value, unit);
    }
  });
  return known ? variances : null;
}

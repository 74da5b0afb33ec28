/**
 * What a fit says of each row: the columns of a table, and the points of a figure.
 */

import type { ColumnInfo } from "../../runtime/contract/fit-problem.js";
import { isInRange, varianceOf } from "../../runtime/contract/noise.js";
import {
  type Columns,
  FitError,
  type FitOptions,
  type FitProblem,
  type FitResult,
  type Fitter,
  panelRows,
} from "../../runtime/index.js";
import { leverageDiagnostics } from "../../runtime/inference/diagnostics.js";

/** The rows of a fit, without those that `where` and `missing drop` leave out. */
export interface FittedRows {
  /** The positions of the rows in the given data. */
  readonly rowIndex: Uint32Array;
  /** The columns of the model, by name. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** One for each statement with columns, in the order of `FitProblem.statements`. */
  readonly statements: readonly StatementRows[];
}

/** The rows of a statement. Each array has a value for each row. */
export interface StatementRows {
  /** Index into `FitProblem.statements`. */
  readonly statement: number;
  /** The observed value; 0 for a `residual` statement. */
  readonly observed: Float64Array;
  /** The predicted value; for a `residual` statement the value that should be 0. */
  readonly fitted: Float64Array;
  /** Observed minus fitted, in the unit of the response. */
  readonly residual: Float64Array;
  /**
   * The standard deviation of the observation, as sigma or weight declare it, times the standard
   * deviation of unit weight if that is estimated. Null if no noise is declared, or if it cannot be
   * estimated.
   */
  readonly sigma: Float64Array | null;
  /**
   * The residual divided by its standard deviation (internally studentised), observed minus fitted;
   * null if there is nothing to estimate it from. NaN where a row has no weight.
   */
  readonly standardized: Float64Array | null;
  /** How much the prediction follows its own observation, from 0 to 1; null if unknown. */
  readonly leverage: Float64Array | null;
}

/**
 * Computes the rows of a fit.
 *
 * @param data the columns of the fit
 * @param options the covariance matrix of the observations, if the fit used one; `influence: false`
 *   leaves out standardized residuals and leverages, which take most of the time
 * @throws FitError for data that are not those of the fit
 */
export function fittedRows(
  fitter: Fitter,
  fit: FitResult,
  data: Columns<string>,
  options: Pick<FitOptions, "covariance"> & { readonly influence?: boolean } = {},
): FittedRows {
  const { problem } = fitter;
  const rowIndex = fitter.rowIndex(data);
  const columns = new Map(
    problem.columns.map((info) => [info.name, keptValues(isNeeded(info) ? valuesOf(data, info.name) : [], rowIndex)]),
  );
  const block = problem.blocks.find(({ kind }) => kind === "row");
  if (block === undefined) return { rowIndex, columns, statements: [] };
  const { influence: wanted = true, ...given } = options;
  const influence = wanted ? influenceOf(fitter, fit, data, given) : null;
  const every = (all: ArrayLike<number> | null | undefined, s: number, sign: 1 | -1) => {
    if (all == null) return null;
    const own = new Float64Array(rowIndex.length);
    for (let i = 0; i < own.length; i++) own[i] = sign * (all[i * block.count + s] as number);
    return own;
  };
  const measured = measure(problem, fit, columns, rowIndex.length);
  return {
    rowIndex,
    columns,
    statements: measured.map((own, s) => ({
      statement: block.first + s,
      ...own,
      standardized: every(influence?.standardized, s, -1),
      leverage: every(influence?.leverage, s, 1),
    })),
  };
}

/** Null where the fit ended at values that are not finite. */
function influenceOf(fitter: Fitter, fit: FitResult, data: Columns<string>, options: Pick<FitOptions, "covariance">) {
  if (!Number.isFinite(fit.cost)) return null;
  try {
    return leverageDiagnostics(fitter, fit, data, options);
  } catch (error) {
    if (error instanceof FitError && !fit.success) return null;
    throw error;
  }
}

/** True for the columns that a fit needs. */
export function isNeeded({ used, filter }: ColumnInfo): boolean {
  return used || filter;
}

/** A column of the given data; empty if there is none. */
export function valuesOf(data: Columns<string>, name: string): ArrayLike<number> {
  if (data instanceof Map) return (data as ReadonlyMap<string, ArrayLike<number>>).get(name) ?? [];
  const own = data as Readonly<Record<string, ArrayLike<number>>>;
  return Object.hasOwn(own, name) ? (own[name] ?? []) : [];
}

/** The values of the rows of a fit. */
export function keptValues(values: ArrayLike<number>, rowIndex: Uint32Array): Float64Array {
  if (values.length === 0) return new Float64Array(0);
  // `Float64Array.from` takes twenty times as long.
  const kept = new Float64Array(rowIndex.length);
  for (let i = 0; i < kept.length; i++) kept[i] = values[rowIndex[i] as number] ?? Number.NaN;
  return kept;
}

type Measured = Pick<StatementRows, "observed" | "fitted" | "residual" | "sigma">;

/** Evaluates the statements with columns at the parameters of the fit. */
function measure(
  problem: FitProblem,
  fit: FitResult,
  columns: ReadonlyMap<string, Float64Array>,
  rows: number,
): readonly Measured[] {
  const block = problem.blocks.find(({ kind }) => kind === "row");
  if (block === undefined) return [];
  const p = paramsOf(problem, fit);
  const d = problem.columns.map(({ name }) => columns.get(name) ?? new Float64Array(0));
  const size = panelRows * block.count;
  const [raw, observed, noise] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const statements = problem.statements.slice(block.first, block.first + block.count);
  const unit = fit.sigma === "absolute" ? 1 : fit.reducedChi2;
  const all = statements.map((statement) => ({
    observed: new Float64Array(rows),
    fitted: new Float64Array(rows),
    residual: new Float64Array(rows),
    sigma: statement.noise === null || unit === null ? null : new Float64Array(rows),
  }));
  for (let from = 0; from < rows; from += panelRows) {
    const to = Math.min(rows, from + panelRows);
    const k = to - from;
    block.measure(p, d, from, to, raw, observed, noise);
    for (const [s, own] of all.entries()) {
      const model = statements[s]?.noise ?? null;
      for (let i = 0; i < k; i++) {
        const seen = observed[s * k + i] as number;
        const difference = raw[s * k + i] as number;
        own.observed[from + i] = seen;
        own.fitted[from + i] = seen + difference;
        own.residual[from + i] = -difference;
        if (own.sigma === null || model === null) continue;
        const value = noise[s * k + i] as number;
        own.sigma[from + i] = isInRange(model.range, value)
          ? Math.sqrt(varianceOf(model, value, unit ?? 1))
          : Number.NaN;
      }
    }
  }
  return all;
}

/** All parameters at the result, in the order of the spec. */
export function paramsOf(problem: FitProblem, fit: FitResult): Float64Array {
  const values = new Map(Object.entries(fit.params).map(([name, { value }]) => [name, value]));
  return Float64Array.from(problem.params, ({ name }) => values.get(name) ?? Number.NaN);
}

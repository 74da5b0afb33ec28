import { listed } from "../../diagnostics/index.js";
import { type Columns, FitError, type FitResult, type Fitter, runtimeMessages } from "../../runtime/index.js";
import { bandColumns, joinedColumns } from "./band-columns.js";
import { type CurveAxes, curveAxes } from "./curve-axes.js";
import { mostPoints } from "./points.js";
import { plainNumbers, type Table, tableOf } from "./table.js";

export interface CurveTableOptions {
  /**
   * The values of predictors, by name: the curve is computed at all their combinations. Those left
   * out must have the same value in all rows of the fit, but one, which gets 200 points over the
   * range of its data.
   */
  readonly at?: Readonly<Record<string, ArrayLike<number>>> | ReadonlyMap<string, ArrayLike<number>>;
  /** The confidence level of the bands, by default that of the fit. */
  readonly level?: number;
}

/**
 * A table of the fitted curve on a grid of the predictors:
 *
 * - the predictors
 * - `extrapolated`: true where one of them is outside the range of the rows of the fit
 * - for each `fit` statement `fitted`, its standard error `stderr`, the confidence band `lower` and
 *   `upper` and the prediction band `prediction_lower` and `prediction_upper`, which is NaN if the
 *   noise depends on columns that are neither predictors nor constant
 *
 * If there are several statements, the columns of each have the name of its response at the end:
 * `fitted_y1`.
 *
 * @param data the columns of the fit
 * @throws FitError for data that are not those of the model; for `at` without the values of
 *   predictors that need some, with values of something else, or with more than a million points
 */
export function curveTable(
  fitter: Fitter,
  fit: FitResult,
  data: Columns<string>,
  { at = new Map(), level = fit.level }: CurveTableOptions = {},
): Table {
  const given = new Map<string, ArrayLike<number>>(at instanceof Map ? at : Object.entries(at));
  checkPredictors(fitter, given);
  const grid = curveAxes(fitter, data, given);
  if (grid.open.length > 0) {
    const found = given.size === 0 ? "left out" : `values of ${quoted([...given.keys()])} alone`;
    throw invalidAt(`values of ${quoted(grid.open)} too, which vary in the data`, found);
  }
  if (grid.points > mostPoints) throw invalidAt(`a grid of at most ${mostPoints} points`, `of ${grid.points}`);

  const predictors = product(grid);
  const others = [...grid.constants].map(([name, value]) => [name, new Float64Array(grid.points).fill(value)] as const);
  const columns = new Map([...predictors, ...others]);
  const made = joinedColumns(
    fitter.problem,
    fitter.problem.predict.flatMap((kernel, statement) =>
      kernel === null ? [] : [{ statement, made: bandColumns(fitter, fit, columns, { statement, level }) }],
    ),
  );
  const outside = Array.from({ length: grid.points }, (_, point) =>
    grid.axes.some(({ name, least, greatest }) => {
      const value = predictors.get(name)?.[point] as number;
      return value < least || value > greatest;
    }),
  );
  return tableOf({
    before: [],
    data: [...predictors].map(([name, values]) => ({ name, values: plainNumbers(values) })),
    after: [
      { name: "extrapolated", values: outside },
      ...made.columns.map(({ name, values }) => ({ name, values: plainNumbers(values) })),
    ],
    notes: made.notes,
  });
}

/** All combinations of the values of the axes; those of the last axis vary fastest. */
function product({ axes, points }: CurveAxes): ReadonlyMap<string, Float64Array> {
  let repeats = points;
  return new Map(
    axes.map(({ name, values }) => {
      repeats /= values.length;
      const all = new Float64Array(points);
      for (let i = 0; i < points; i++) all[i] = values[Math.floor(i / repeats) % values.length] as number;
      return [name, all];
    }),
  );
}

/** @throws FitError for values of something that is no predictor, or that are no numbers */
function checkPredictors({ problem }: Fitter, given: ReadonlyMap<string, ArrayLike<number>>): void {
  const predictors = problem.columns.filter(({ predictor }) => predictor).map(({ name }) => name);
  for (const [name, values] of given) {
    if (!predictors.includes(name)) {
      const known = predictors.length === 0 ? "there are none" : quoted(predictors);
      throw invalidAt(`values of predictors (${known})`, `of '${name}'`);
    }
    const all = Array.from(values);
    if (all.length === 0) throw invalidAt(`at least one value of '${name}'`, "none");
    const wrong = all.find((value) => !Number.isFinite(value));
    if (wrong !== undefined) throw invalidAt(`finite numbers for '${name}'`, String(wrong));
  }
}

function invalidAt(expected: string, value: string): FitError {
  return new FitError(runtimeMessages.invalidOption({ option: "at", expected, value }));
}

function quoted(names: readonly string[]): string {
  return listed(names.map((name) => `'${name}'`));
}

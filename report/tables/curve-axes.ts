import type { Columns, Fitter } from "../../runtime/index.js";
import { isLogarithmic, logarithmicValue } from "../rows/axis-scale.js";
import { isNeeded, keptValues, valuesOf } from "../rows/fitted-rows.js";
import { usualPoints } from "./points.js";

/** The points of one predictor, and the range of its data. */
export interface CurveAxis {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly least: number;
  readonly greatest: number;
}

/** The grid of a curve. */
export interface CurveAxes {
  /** One for each predictor, in the order of the spec; the last one varies fastest. */
  readonly axes: readonly CurveAxis[];
  /** The predictors that have no values although they need some. */
  readonly open: readonly string[];
  /** The other columns that have the same value in all rows of the fit. */
  readonly constants: ReadonlyMap<string, number>;
  /** The number of points. */
  readonly points: number;
}

/**
 * The grid on which a curve is computed. A predictor without given values has its value if that is
 * the same in all rows of the fit. Another one, if it is the only one, has points over the range of
 * its data, evenly spaced on the axis that suits them.
 *
 * @param data the columns of the fit
 * @param given values of predictors
 * @throws FitError for bad data
 */
export function curveAxes(
  fitter: Fitter,
  data: Columns<string>,
  given: ReadonlyMap<string, ArrayLike<number>>,
): CurveAxes {
  const rowIndex = fitter.rowIndex(data);
  const columns = fitter.problem.columns.filter(isNeeded).map(({ name, predictor }) => {
    const values = keptValues(valuesOf(data, name), rowIndex);
    let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const value of values) [least, greatest] = [Math.min(least, value), Math.max(greatest, value)];
    return { name, predictor, values, least, greatest };
  });
  const predictors = columns.filter(({ predictor }) => predictor);
  const varying = predictors.filter(({ name, least, greatest }) => !given.has(name) && least < greatest);
  const axes = predictors.map(({ name, values, least, greatest }) => ({
    name,
    values: given.get(name) ?? spread(values, least, greatest),
    least,
    greatest,
  }));
  return {
    axes,
    open: varying.length > 1 ? varying.map(({ name }) => name) : [],
    constants: new Map(
      columns
        .filter(({ predictor, least, greatest }) => !predictor && least === greatest)
        .map(({ name, least }) => [name, least]),
    ),
    points: axes.reduce((product, { values }) => product * values.length, 1),
  };
}

/** Points over the range of the values, its ends included. */
function spread(values: Float64Array, least: number, greatest: number): readonly number[] {
  if (least === greatest) return [least];
  const logarithmic = isLogarithmic(values);
  const last = usualPoints - 1;
  return Array.from({ length: usualPoints }, (_, i) => {
    const part = i / last;
    if (i === 0 || i === last) return i === 0 ? least : greatest;
    return logarithmic ? logarithmicValue(part, least, greatest) : least * (1 - part) + greatest * part;
  });
}

/** The fitted curve and its bands, on a grid that misses nothing of it. */
import { logarithmicValue } from "../rows/axis-scale.js";
import type { StatementRows } from "../rows/fitted-rows.js";
import type { AxisScale } from "./axis.js";
import { type Subject, statementOf } from "./subject.js";

export interface Curve {
  readonly x: Float64Array;
  readonly fit: readonly number[];
  /** The confidence band of the mean; null if it is undefined. */
  readonly confidence: Limits | null;
  /** The band of a new observation; null if it is undefined. */
  readonly prediction: Limits | null;
}

export interface Limits {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Where a curve is evaluated. */
export interface CurveRequest {
  readonly rows: StatementRows;
  /** The column along which it runs; null for the rows, which are numbered from 1. */
  readonly along: string | null;
  /** The values of the other predictors. */
  readonly constants: ReadonlyMap<string, number>;
  readonly scale: AxisScale["type"];
  readonly from: number;
  readonly to: number;
  /** The x of data points, where features narrower than the grid are. */
  readonly points: readonly number[];
}

/** Intervals of the grid before it is refined. */
const intervals = 240;
/** How far a curve may be from the chord, in heights of the curve, before points are added. */
const tolerance = 0.002;
const mostPoints = 900;

export function curveOf(subject: Subject, request: CurveRequest): Curve {
  const grid = gridOf(request);
  const x = request.along === null ? grid : refined(grid, (xs) => evaluated(subject, request, xs).value);
  const { value, stderr, lower, upper, prediction } = evaluated(subject, request, x);
  const isDefined = subject.result.success && [stderr, lower, upper].every((values) => values.every(Number.isFinite));
  return {
    x,
    fit: value,
    confidence: isDefined ? { lower, upper } : null,
    prediction: isDefined && prediction?.lower.every(Number.isFinite) === true ? prediction : null,
  };
}

/** The prediction at values of x; the columns that are not predictors are left out. */
function evaluated(subject: Subject, { rows, along, constants }: CurveRequest, x: Float64Array) {
  const { fit, result, level } = subject;
  const options = { response: statementOf(subject, rows).response, level };
  if (along === null) return fit.fitter.predict(result, columnsAt(subject, x), options);
  const at = new Map<string, Float64Array>([[along, x]]);
  for (const { name, predictor } of subject.problem.columns) {
    if (predictor && name !== along) at.set(name, new Float64Array(x.length).fill(constants.get(name) ?? Number.NaN));
  }
  return fit.fitter.predict(result, at, options);
}

/** The columns at rows of the data, of which a prediction needs none. */
function columnsAt({ rows }: Subject, numbers: Float64Array): ReadonlyMap<string, Float64Array> {
  const places = numbers.map((number) => placeOf(rows.rowIndex, number - 1));
  return new Map(
    [...rows.columns].flatMap(([name, values]) =>
      values.length === 0 ? [] : [[name, places.map((place) => values[place] ?? Number.NaN)] as const],
    ),
  );
}

/** The position of a row of the data in the ascending list of those of the fit. */
function placeOf(rowIndex: Uint32Array, row: number): number {
  let [from, to] = [0, rowIndex.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rowIndex[middle] as number) < row) from = middle + 1;
    else to = middle;
  }
  return from;
}

function gridOf({ along, scale, from, to, points }: CurveRequest): Float64Array {
  if (along === null) return Float64Array.from(new Set([from, ...points, to])).sort();
  const even = Array.from({ length: intervals + 1 }, (_, i) => {
    const t = i / intervals;
    if (i === intervals) return to;
    return scale === "log" ? logarithmicValue(t, from, to) : from + (to - from) * t;
  });
  return Float64Array.from(new Set([...even, ...points.filter((x) => x >= from && x <= to)])).sort();
}

/** Adds points where the curve bends: halves the intervals whose chords are far from it. */
function refined(grid: Float64Array, valuesAt: (x: Float64Array) => readonly number[]): Float64Array {
  let x = grid;
  for (let pass = 0; pass < 4; pass++) {
    const y = valuesAt(x);
    const range = y.filter(Number.isFinite);
    const height =
      range.reduce((most, v) => Math.max(most, v), -Infinity) -
      range.reduce((least, v) => Math.min(least, v), Infinity);
    const added = new Set<number>();
    for (let i = 1; i + 1 < x.length; i++) {
      const [a, b, c] = [x[i - 1] as number, x[i] as number, x[i + 1] as number];
      const chord = (y[i - 1] as number) + (((y[i + 1] as number) - (y[i - 1] as number)) * (b - a)) / (c - a);
      if (!(Math.abs((y[i] as number) - chord) > tolerance * height)) continue;
      added.add(a + (b - a) / 2).add(b + (c - b) / 2);
    }
    if (added.size === 0 || x.length + added.size > mostPoints) return x;
    x = Float64Array.from(new Set([...x, ...added])).sort();
  }
  return x;
}

/** Why there is no confidence band, as a sentence. */
export function whyNoBand({ result }: Subject): string {
  if (!result.success) return "No band is shown: this is not a fit.";
  const unknown = result.free.filter(
    (name) => Object.hasOwn(result.params, name) && result.params[name]?.stderr === Number.POSITIVE_INFINITY,
  );
  if (result.dof <= 0 && result.sigma !== "absolute")
    return "No band is shown: no degrees of freedom are left to estimate the errors.";
  const names = unknown.slice(0, 3).join(", ") + (unknown.length > 3 ? ", …" : "");
  return unknown.length === 0
    ? "No band is shown: it is not finite."
    : `No band is shown: the data do not determine ${names}.`;
}

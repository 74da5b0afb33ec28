/**
 * What is drawn of each statement: its data with the fitted curve, or, if the prediction depends on
 * several columns, the observed against the predicted values.
 */

import type { FitProblem } from "../../runtime/index.js";
import { displayName } from "../document/names.js";
import type { ReportedFit } from "../reported-fit.js";
import { isLogarithmic } from "../rows/axis-scale.js";
import { type FittedRows, fittedRows, type StatementRows } from "../rows/fitted-rows.js";
import { predictorsOf } from "../rows/predictors.js";
import type { Curve, Points } from "./panel.js";
import { clipped, extentOf, noExtent, type Scale, scaleOf, union, valueAt } from "./scale.js";

/** The panels of a statement, which share the horizontal axis. */
export interface View {
  readonly title: string;
  readonly x: Axis;
  /** Null for a `residual` statement. */
  readonly main: MainPanel | null;
  readonly residuals: { readonly y: Axis; readonly points: Points };
}

export interface Axis {
  readonly label: string;
  readonly scale: Scale;
}

export interface MainPanel {
  readonly y: Axis;
  readonly points: Points;
  readonly curve: Curve;
  /** The words of the legend. */
  readonly legend: { readonly points: string; readonly curve: string };
}

/** The number of values of a curve on its axis, several for each dot. */
const curvePoints = 800;

/** Up to so many rows are on the curve too, which shows peaks between its values. */
const mostRows = 5000;

/** How far a curve may exceed the points, in units of their span. */
const mostBeyond = 0.5;

/** Error bars of more points would be a grey area. */
const mostBars = 36;

/** A view of each statement with columns. */
export function viewsOf(fit: ReportedFit): readonly View[] {
  const rows = fittedRows(fit.fitter, fit.result, fit.data, { ...fit.options, influence: false });
  return rows.statements.map((statement) => viewOf(fit, rows, statement));
}

function viewOf(fit: ReportedFit, rows: FittedRows, own: StatementRows): View {
  const { problem } = fit.fitter;
  const { response, kind, observed } = problem.statements[own.statement] as FitProblem["statements"][number];
  const unit = problem.columns[observed]?.unit ?? null;
  const name = observed >= 0 ? displayName(response) : response;
  if (kind === "residual") return residualView(fit, rows, own, response);
  const varying = varyingOf(rows, predictorsOf(problem, fit.result, rows, own.statement));
  if (varying.length > 1) return comparisonView(own, name, unit);
  const [predictor = null] = varying;
  const x = abscissa(fit, rows, predictor);
  const curve =
    predictor === null ? { x: x.values, y: own.fitted } : curveOf(fit, rows, own, { predictor, scale: x.scale });
  const logarithmic = isLogarithmic(own.observed) && extentOf(own.fitted).least > 0;
  return {
    title: `${name} against ${x.name}`,
    x,
    main: {
      y: { label: withUnit(name, unit), scale: mainScale(own, curve, logarithmic) },
      points: { x: x.values, y: own.observed, bars: barsOf(own) },
      curve,
      legend: { points: "data", curve: "fit" },
    },
    residuals: residualsOf(own, x.values, unit),
  };
}

/** Several predictors: the points would be on the diagonal if the model were perfect. */
function comparisonView(own: StatementRows, name: string, unit: string | null): View {
  const both = union(extentOf(own.observed), extentOf(own.fitted));
  const scale = scaleOf(both, isLogarithmic(own.observed) && both.least > 0);
  const ends = [0, 1].map((place) => valueAt(scale, place));
  const x = { label: withUnit(`predicted ${name}`, unit), scale };
  return {
    title: `${name}, observed against predicted`,
    x,
    main: {
      y: { label: withUnit(`observed ${name}`, unit), scale },
      points: { x: own.fitted, y: own.observed, bars: barsOf(own) },
      curve: { x: ends, y: ends },
      legend: { points: "data", curve: "observed = predicted" },
    },
    residuals: residualsOf(own, own.fitted, unit),
  };
}

/** A `residual` statement has no observed values. */
function residualView(fit: ReportedFit, rows: FittedRows, own: StatementRows, name: string): View {
  const used = fit.fitter.problem.columns.filter(({ used }) => used);
  const x = abscissa(fit, rows, used.length === 1 ? (used[0]?.name ?? null) : null);
  return { title: `${name} against ${x.name}`, x, main: null, residuals: residualsOf(own, x.values, null) };
}

/** The predictors that have more than one value; the first one if none has. */
function varyingOf(rows: FittedRows, predictors: readonly string[]): readonly string[] {
  const varying = predictors.filter((name) => {
    const values = rows.columns.get(name);
    return values?.some((value) => value !== values[0]) === true;
  });
  return varying.length === 0 ? predictors.slice(0, 1) : varying;
}

/** The horizontal axis of a column, or of the numbers of the rows. */
function abscissa({ fitter }: ReportedFit, rows: FittedRows, column: string | null) {
  const values =
    column === null
      ? Float64Array.from(rows.rowIndex, (row) => row + 1)
      : (rows.columns.get(column) ?? new Float64Array(0));
  const unit = fitter.problem.columns.find(({ name }) => name === column)?.unit ?? null;
  const name = column === null ? "row" : displayName(column);
  const scale = scaleOf(extentOf(values), column !== null && isLogarithmic(values));
  return { name, label: withUnit(name, unit), values, scale };
}

/** The fitted curve at places all over the axis of its predictor, and at the rows if there are few. */
function curveOf(
  { fitter, result }: ReportedFit,
  rows: FittedRows,
  { statement }: StatementRows,
  { predictor, scale }: { readonly predictor: string; readonly scale: Scale },
): Curve {
  const values = rows.columns.get(predictor) ?? new Float64Array(0);
  const { least, greatest } = extentOf(values);
  const own = { ...scale, least, greatest };
  const grid = Array.from({ length: curvePoints + 1 }, (_, i) => valueAt(own, i / curvePoints));
  const x = Float64Array.from(values.length <= mostRows ? [...grid, ...values] : grid).sort();
  const at = fitter.problem.columns.flatMap(({ name, predictor: needed }): [string, Float64Array][] => {
    if (name === predictor) return [[name, x]];
    // The other predictors of this statement are constant, and it does not depend on the rest.
    return needed ? [[name, new Float64Array(x.length).fill(rows.columns.get(name)?.[0] ?? Number.NaN)]] : [];
  });
  const response = fitter.problem.statements[statement]?.response ?? "";
  return { x, y: fitter.predict(result, new Map(at), { response }).value };
}

/** Observed and fitted values are shown, and error bars and the curve as far as they are near. */
function mainScale(own: StatementRows, curve: Curve, logarithmic: boolean): Scale {
  const points = union(extentOf(own.observed), extentOf(own.fitted));
  const half = barsOf(own);
  const bars =
    half === null || logarithmic
      ? noExtent
      : union(
          extentOf(own.observed.map((value, i) => value - (half[i] as number))),
          extentOf(own.observed.map((value, i) => value + (half[i] as number))),
        );
  const nearby = union(bars, logarithmic ? noExtent : extentOf(curve.y));
  return scaleOf(union(points, clipped(nearby, points, mostBeyond)), logarithmic);
}

function barsOf({ sigma }: StatementRows): Float64Array | null {
  return sigma !== null && sigma.length <= mostBars ? sigma : null;
}

/** Observed minus fitted, in units of the standard deviation if the model declares one. */
function residualsOf(own: StatementRows, x: ArrayLike<number>, unit: string | null): View["residuals"] {
  const { residual, sigma } = own;
  const y = sigma === null ? residual : residual.map((value, i) => value / (sigma[i] as number));
  return {
    y: {
      label: sigma === null ? withUnit("residual", unit) : "residual / sigma",
      scale: scaleOf(union(extentOf(y), { least: 0, greatest: 0 }), false),
    },
    points: { x, y, bars: null },
  };
}

function withUnit(name: string, unit: string | null): string {
  return unit === null || unit === "1" ? name : `${name} (${unit})`;
}

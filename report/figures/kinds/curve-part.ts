/** A statement whose prediction is a curve: data, curve and bands, and residuals below. */
import { isLogarithmic } from "../../rows/axis-scale.js";
import type { StatementRows } from "../../rows/fitted-rows.js";
import type { Panel } from "../assemble.js";
import { type AxisScale, type Domain, padded, rangeOf } from "../axis.js";
import { type Curve, curveOf, type Limits, whyNoBand } from "../curve.js";
import { responseLabel } from "../labels.js";
import type { LegendEntry, Obstacles } from "../legend.js";
import { shortened } from "../lines.js";
import { band, bars, circles, isDense, curve as line, pointSize } from "../marks.js";
import type { Sheet } from "../sheet.js";
import { inlineRows, type JsonObject } from "../spec.js";
import type { Subject } from "../subject.js";
import type { View } from "../view.js";
import type { StatementPart } from "./part.js";
import { type Points, percent, pointNames, pointSets, pointsOf, pointTooltip } from "./points.js";
import { heights, residualPanel } from "./residual-panel.js";

/** Grid points at data points: as many as the grid has itself. */
const mostDataPoints = 400;

/** A series with its colour, its curve and the names of its data sets. */
interface Drawn {
  readonly color: string;
  readonly curve: Curve;
  readonly rows: string;
  readonly line: string;
  readonly name: string;
}

export function curvePart(
  subject: Subject,
  rows: StatementRows,
  view: View,
  suffix: string,
  blocks: number,
): StatementPart {
  const { sheet } = subject;
  const points = pointsOf(rows, view.x);
  const xType = view.kind === "curve" && isLogarithmic(points.x) ? "log" : "linear";
  const xScale: AxisScale = { type: xType, domain: padded(rangeOf(points.x) ?? [0, 1], xType, 0.03) };
  const names = pointNames(suffix, view);
  const drawn = names.map((name, s): Drawn => {
    const curve = seriesCurve(subject, rows, view, { points, scale: xScale, s });
    const color = names.length === 1 ? sheet.colors.curve : seriesColor(sheet, s);
    return { color, curve, rows: name, line: name.replace("rows", "curve"), name: view.series[s]?.name ?? "" };
  });
  const yScale = yScaleOf(
    points,
    drawn.map(({ curve }) => curve),
  );
  const isSingle = drawn.length === 1;
  const height = heights(sheet, blocks);
  const x = { label: view.label, scale: xScale };
  const label = responseLabel(subject, rows);
  const colors = drawn.map(({ color }) => (isSingle ? sheet.colors.data : color));
  const tooltip = pointTooltip(subject, rows, view.label, points);
  const size = pointSize(points.x.length, sheet);
  const lines = drawn.map((series) => line({ data: series.line, x: "x", y: "fit" }, series.color));
  const symbols = names.map((data, s) =>
    circles({ data, x: "x", y: "observed" }, sheet, { color: colors[s] ?? "", size, tooltip }),
  );
  const main: Panel = {
    height: height.main,
    x,
    y: { label, scale: yScale },
    marks: [
      ...drawn.flatMap((series) => bandMarks(series, isSingle, sheet)),
      ...(points.bars === null
        ? []
        : names.map((data) => bars({ data, x: "x", y: "low" }, "high", sheet.colors.error))),
      ...(isDense(points.x.length, sheet) ? [...symbols, ...lines] : [...lines, ...symbols]),
    ],
    legend: legendOf(drawn, points, subject),
    obstacles: obstaclesOf(drawn, points),
  };
  return {
    block: [main, residualPanel({ points, names, colors, x, unit: label.unit, height: height.residual }, sheet)],
    datasets: {
      ...pointSets(subject, points, names, view.seriesOf),
      ...Object.fromEntries(drawn.map(({ line, curve }) => [line, curveRows(curve, yScale, isSingle)])),
    },
    notes: [...points.notes, ...bandNotes(subject, drawn, isSingle)],
    caption: captionOf(subject, drawn, points),
  };
}

function seriesColor(sheet: Sheet, s: number): string {
  return [sheet.colors.curve, sheet.colors.outlier, ...sheet.colors.series][s] ?? sheet.colors.curve;
}

function seriesCurve(
  subject: Subject,
  rows: StatementRows,
  view: View,
  { points, scale, s }: { readonly points: Points; readonly scale: AxisScale; readonly s: number },
): Curve {
  const own = [...points.x].filter((_, i) => view.seriesOf === null || view.seriesOf[points.rows[i] as number] === s);
  const range = rangeOf(own) ?? [0, 1];
  const [from, to] = range[1] > range[0] ? range : padded(range, scale.type, 0);
  const step = Math.max(1, Math.ceil(own.length / mostDataPoints));
  return curveOf(subject, {
    rows,
    along: view.along,
    constants: view.series[s]?.constants ?? new Map(),
    scale: scale.type,
    from,
    to,
    points: own.filter((_, i) => i % step === 0),
  });
}

/** How far bands and error bars may extend an axis, in heights of data and curve. */
const extension = 0.6;

function yScaleOf(points: Points, curves: readonly Curve[]): AxisScale {
  const fits = curves.map(({ fit }) => fit);
  const core = rangeOf(points.observed, ...fits) ?? [0, 1];
  const isLog = isLogarithmic(points.observed) && core[0] > 0;
  const limits = curves.flatMap(({ confidence, prediction }) =>
    [confidence, prediction].filter((each) => each !== null),
  );
  const all = rangeOf(
    core,
    ...limits.flatMap(({ lower, upper }) => [lower, upper]),
    ...(points.bars === null ? [] : [points.bars.low, points.bars.high]),
  ) as Domain;
  if (isLog) {
    const room = (core[1] / core[0]) ** 0.15;
    return {
      type: "log",
      domain: padded([Math.max(all[0], core[0] / room), Math.min(all[1], core[1] * room)], "log", 0.03),
    };
  }
  const room = core[1] > core[0] ? extension * (core[1] - core[0]) : Number.POSITIVE_INFINITY;
  return {
    type: "linear",
    domain: padded([Math.max(all[0], core[0] - room), Math.min(all[1], core[1] + room)], "linear", 0.05),
  };
}

/** The curve as a data set; on a logarithmic axis, what is not positive is at the lower edge. */
function curveRows({ x, fit, confidence, prediction }: Curve, y: AxisScale, isSingle: boolean): readonly JsonObject[] {
  const shown = (values: readonly number[]) =>
    y.type === "log" ? values.map((value) => Math.max(value, y.domain[0])) : values;
  const limits = (each: Limits | null, low: string, high: string) =>
    each === null ? {} : { [low]: shown(each.lower), [high]: shown(each.upper) };
  return inlineRows({
    x,
    fit,
    ...limits(confidence, "lower", "upper"),
    ...limits(isSingle ? prediction : null, "predictionLower", "predictionUpper"),
  });
}

function bandMarks({ curve, line: data, color }: Drawn, isSingle: boolean, sheet: Sheet): readonly JsonObject[] {
  const { confidence, prediction } = curve;
  const own = { data, x: "x", y: "lower" };
  if (confidence === null) return [];
  if (!isSingle) return [band(own, "upper", color, 0.2)];
  return [
    ...(prediction === null
      ? []
      : [band({ data, x: "x", y: "predictionLower" }, "predictionUpper", sheet.colors.prediction)]),
    band(own, "upper", sheet.colors.confidence),
  ];
}

function legendOf(drawn: readonly Drawn[], points: Points, { level, sheet }: Subject): readonly LegendEntry[] {
  const { colors, fontSize, style } = sheet;
  const [only] = drawn;
  if (drawn.length > 1 || only === undefined) {
    const room = { width: 0.4 * style.width, fontSize };
    return drawn.map(({ name, color }) => ({ text: shortened(name, room), symbol: "line", color }));
  }
  const { confidence, prediction } = only.curve;
  const area = (text: string, color: string): LegendEntry => ({
    text: `${percent(level)} ${text}`,
    symbol: "area",
    color,
  });
  return [
    ...(prediction === null ? [] : [area("prediction", colors.prediction)]),
    ...(confidence === null ? [] : [area("confidence", colors.confidence)]),
    { text: "fit", symbol: "line", color: colors.curve },
    points.bars === null
      ? { text: "data", symbol: "circle", color: colors.data }
      : { text: "data ± σ", symbol: "bar", color: colors.data },
  ];
}

function obstaclesOf(drawn: readonly Drawn[], { x, observed, bars: ends }: Points): Obstacles {
  const joined = (xs: ArrayLike<number>, ys: ArrayLike<number>) =>
    Array.from(xs, (value, i) => [value, ys[i] as number] as const);
  return {
    points: joined(x, observed),
    lines: [
      ...drawn.flatMap(({ curve: { x: grid, fit, confidence, prediction } }) =>
        [fit, confidence?.lower, confidence?.upper, prediction?.lower, prediction?.upper].flatMap((values) =>
          values === undefined ? [] : [joined(grid, values)],
        ),
      ),
      ...(ends === null
        ? []
        : [...x].map((value, i) => [
            [value, ends.low[i] as number] as const,
            [value, ends.high[i] as number] as const,
          ])),
    ],
  };
}

function bandNotes(subject: Subject, drawn: readonly Drawn[], isSingle: boolean): readonly string[] {
  if (drawn.some(({ curve }) => curve.confidence === null)) return [whyNoBand(subject)];
  if (!isSingle || drawn.every(({ curve }) => curve.prediction !== null)) return [];
  const reason =
    subject.problem.covariance !== null
      ? "the covariance matrix does not tell that of a new observation"
      : "sigma is known only at the rows of the data";
  return [`No prediction band is shown: ${reason}.`];
}

function captionOf({ level }: Subject, drawn: readonly Drawn[], { bars: ends }: Points): string {
  const [first] = drawn;
  const hasBand = drawn.every(({ curve }) => curve.confidence !== null);
  const hasPrediction = drawn.length === 1 && hasBand && first?.curve.prediction != null;
  const curves = drawn.length === 1 ? "the fitted curve (line)" : "the fitted curves (lines)";
  const bands = !hasBand
    ? ""
    : hasPrediction
      ? `, with its ${percent(level)} confidence band (inner) and the band that holds ${percent(level)} of new observations (outer)`
      : `, with ${percent(level)} confidence bands`;
  const errors = ends === null ? "" : ", with bars of one standard deviation";
  return `The data (circles${errors}) and ${curves}${bands}. Below, the residuals: observed minus fitted.`;
}

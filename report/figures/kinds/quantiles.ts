/** Standardised residuals against the quantiles of the normal distribution. */
import { quantileOf } from "../../../runtime/statistics/interval.js";
import { type AxisScale, padded, rangeOf } from "../axis.js";
import type { DraftFigure } from "../figure.js";
import { ownHeading } from "../heading.js";
import { modelTitle } from "../labels.js";
import { band, circles, pointSize, straight } from "../marks.js";
import { grouped } from "../sample.js";
import { inlineRows } from "../spec.js";
import { type Subject, shownStatements } from "../subject.js";
import { textWidth } from "../text-width.js";
import { joinedParts, type StatementPart } from "./part.js";
import { percent } from "./points.js";
import { heights } from "./residual-panel.js";
import { standardizedTitle } from "./standardized.js";

/** @returns null if there is nothing to standardise by */
export function quantilesFigure(subject: Subject): DraftFigure | null {
  const { shown, notes } = shownStatements(subject);
  const parts = shown.flatMap((rows, s) => {
    const sorted = rows.standardized?.filter(Number.isFinite).sort() ?? new Float64Array(0);
    const title = standardizedTitle(subject, rows, shown.length);
    return sorted.length === 0 ? [] : [part(subject, sorted, title, `${s}`, shown.length)];
  });
  if (parts.length === 0) return null;
  const name = "Normal quantiles of the residuals";
  return {
    kind: "quantiles",
    id: "quantiles",
    name,
    caption: `The sorted standardised residuals against the quantiles of the normal distribution. Normal errors lie near the line: at each place within the band with a probability of ${percent(envelope)}.`,
    draft: {
      description: `${modelTitle(subject)}: ${name}`,
      heading: ownHeading(subject, name),
      ...joinedParts(parts, notes),
    },
  };
}

const envelope = 0.95;
/** At most as many quantiles are shown; all of them near the ends, where they tell most. */
const most = 1000;
const allAtEnds = 150;

/** The quantile of the standard normal distribution. */
const normalQuantile = (p: number) => quantileOf(2 * p - 1, Number.POSITIVE_INFINITY);

/**
 * The plotting position of the i-th of n sorted values, from 0 (Blom for n up to 10; `ppoints` of
 * R).
 */
function position(i: number, n: number): number {
  const a = n <= 10 ? 3 / 8 : 1 / 2;
  return (i + 1 - a) / (n + 1 - 2 * a);
}

/** The positions in a sorted list that are shown. */
function shownPositions(n: number): readonly number[] {
  if (n <= 2 * most) return Array.from({ length: n }, (_, i) => i);
  const inner = most - 2 * allAtEnds;
  const low = normalQuantile(position(allAtEnds, n));
  const chosen = new Set<number>();
  for (let i = 0; i < allAtEnds; i++) chosen.add(i).add(n - 1 - i);
  // Evenly spaced on the axis, not in rank.
  for (let k = 0; k < inner; k++) {
    const z = low * (1 - (2 * k) / (inner - 1));
    chosen.add(Math.min(n - 1, Math.max(0, Math.round(normalCdf(z) * n - 0.5))));
  }
  return [...chosen].sort((a, b) => a - b);
}

/** The normal distribution by bisection of its quantile, for the few places of a picture. */
function normalCdf(z: number): number {
  let [low, high] = [0, 1];
  for (let k = 0; k < 40; k++) {
    const middle = (low + high) / 2;
    if (normalQuantile(middle) < z) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function part({ sheet }: Subject, sorted: Float64Array, title: string, suffix: string, blocks: number): StatementPart {
  const n = sorted.length;
  const shown = shownPositions(n);
  const theoretical = Float64Array.from(shown, (i) => normalQuantile(position(i, n)));
  const observed = Float64Array.from(shown, (i) => sorted[i] as number);
  const half = normalQuantile((1 + envelope) / 2);
  // The standard error of a sample quantile (Fox, Applied Regression Analysis, 3rd ed., 3.1.3).
  const error = theoretical.map((z, k) => {
    const p = position(shown[k] as number, n);
    return half * Math.sqrt((p * (1 - p)) / n) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
  });
  const lower = theoretical.map((z, k) => z - (error[k] as number));
  const upper = theoretical.map((z, k) => z + (error[k] as number));
  const x: AxisScale = { type: "linear", domain: padded(rangeOf(theoretical) ?? [-1, 1], "linear", 0.05) };
  const y: AxisScale = {
    type: "linear",
    domain: padded(rangeOf(observed, theoretical, lower, upper) ?? [-1, 1], "linear", 0.05),
  };
  const name = `quantiles${suffix}`;
  const [low, high] = x.domain;
  return {
    block: [
      {
        height: Math.round(Math.max(heights(sheet, blocks).main, textWidth(title, sheet.titleSize) + sheet.fontSize)),
        x: { label: { text: "normal quantile", unit: "" }, scale: x },
        y: { label: { text: title, unit: "" }, scale: y },
        marks: [
          band({ data: name, x: "x", y: "lower" }, "upper", sheet.colors.prediction),
          straight([low, low], [high, high], sheet.colors.curve, { strokeWidth: 1.4 * sheet.unit }),
          circles({ data: name, x: "x", y: "z" }, sheet, { size: pointSize(shown.length, sheet) }),
        ],
        legend: [
          { text: `${percent(envelope)} of normal errors`, symbol: "area", color: sheet.colors.prediction },
          { text: "normal", symbol: "line", color: sheet.colors.curve },
        ],
        obstacles: {
          points: [...theoretical].map((z, k) => [z, observed[k] as number] as const),
          lines: [lower, upper].map((limit) => [...theoretical].map((z, k) => [z, limit[k] as number] as const)),
        },
      },
    ],
    datasets: { [name]: inlineRows({ x: theoretical, z: observed, lower, upper }) },
    notes:
      shown.length === n
        ? []
        : [`${grouped(shown.length)} of ${grouped(n)} residuals are shown, all those at the ends.`],
    caption: "",
  };
}

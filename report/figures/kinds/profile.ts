/** The profile likelihood of a quantity, beside the parabola of the linear approximation. */
import type { Profile } from "../../../runtime/index.js";
import { quantileOf } from "../../../runtime/statistics/interval.js";
import { type AxisScale, padded, rangeOf } from "../axis.js";
import type { DraftFigure } from "../figure.js";
import { ownHeading } from "../heading.js";
import { modelTitle, quantityLabel } from "../labels.js";
import { circles, curve, dashes, straight } from "../marks.js";
import { inlineRows } from "../spec.js";
import type { Subject } from "../subject.js";
import { percent } from "./points.js";
import { heights } from "./residual-panel.js";

/** @param index tells the profiles of a fit apart */
export function profileFigure(subject: Subject, profile: Profile, index: number): DraftFigure {
  const { sheet } = subject;
  const { name, value, level, linear } = profile;
  const limit = limitOf(subject, profile);
  const points = profile.points.filter((point) => Number.isFinite(point.value) && Number.isFinite(point.tau));
  const path = densePath(points);
  const most = 1.3 * limit ** 2;
  const range = rangeOf(path.x, linear ?? []) ?? [value, value];
  const x: AxisScale = { type: "linear", domain: padded(range, "linear", 0.08) };
  const y: AxisScale = { type: "linear", domain: [-0.05 * most, most] };
  const parabola = linear === null ? null : parabolaOf(value, (linear[1] - linear[0]) / 2 / limit, x.domain);
  const [low, high] = x.domain;
  const title = `Profile of ${name}`;
  // Where sigma is known, chi-square is on its own scale.
  const isAbsolute = subject.result.sigma === "absolute";
  const sum = subject.result.sigma === "none" ? "the sum of squares" : "χ²";
  const rise = isAbsolute ? "rise of χ²" : `rise of ${subject.result.sigma === "none" ? "sum of squares" : "χ²"} / s²`;
  return {
    kind: "profile",
    id: `profile-${index}`,
    name: title,
    caption: `How far ${sum} rises above its minimum${isAbsolute ? "" : ", in units of the residual variance s²"} when ${name} is held at a value and the other parameters are fitted again. Below the dotted line is the ${percent(level)} interval. The dashed parabola is the linear approximation, which the standard error stands for.`,
    draft: {
      description: `${modelTitle(subject)}: profile likelihood of ${name}`,
      heading: ownHeading(subject, title),
      datasets: {
        profile: inlineRows(path),
        points: inlineRows({
          x: points.map((point) => point.value),
          y: points.map(({ tau }) => tau * tau),
        }),
        ...(parabola === null ? {} : { parabola: inlineRows(parabola) }),
      },
      blocks: [
        [
          {
            height: heights(sheet, 1).main,
            x: { label: quantityLabel(subject, name), scale: x },
            y: { label: { text: rise, unit: "" }, scale: y },
            marks: [
              straight([low, 0], [high, 0], sheet.colors.reference),
              straight([low, limit ** 2], [high, limit ** 2], sheet.colors.reference, {
                strokeWidth: 1.2 * sheet.unit,
                strokeDash: [1.2 * sheet.unit, 2.4 * sheet.unit],
              }),
              ...(parabola === null
                ? []
                : [curve({ data: "parabola", x: "x", y: "y" }, sheet.colors.outlier, dashes(sheet))]),
              curve({ data: "profile", x: "x", y: "y" }, sheet.colors.curve),
              circles({ data: "points", x: "x", y: "y" }, sheet),
            ],
            legend: [
              { text: "profile", symbol: "line", color: sheet.colors.curve },
              ...(parabola === null
                ? []
                : [{ text: "linear approximation", symbol: "dashes", color: sheet.colors.outlier } as const]),
            ],
            obstacles: {
              points: points.map((point) => [point.value, point.tau ** 2] as const),
              lines: [
                joined(path),
                ...(parabola === null ? [] : [joined(parabola)]),
                ...[0, limit ** 2].map((at) => [[low, at] as const, [high, at] as const]),
              ],
            },
          },
        ],
      ],
      notes: notesOf(profile),
    },
  };
}

/** The tau at which the interval ends: Student's quantile, or the normal one. */
function limitOf({ result }: Subject, { level }: Profile): number {
  const limit = quantileOf(level, result.sigma === "absolute" ? Number.POSITIVE_INFINITY : result.dof);
  return Number.isFinite(limit) ? limit : 2;
}

type Line = Readonly<Record<"x" | "y", readonly number[]>>;

/** Places between two points of the path. */
const pieces = 24;

/**
 * The path with places between its points, where tau, which is nearly straight, is interpolated.
 */
function densePath(points: readonly { readonly value: number; readonly tau: number }[]): Line {
  const dense = points.flatMap(({ value, tau }, i) => {
    const next = points[i + 1];
    if (next === undefined) return [[value, tau ** 2] as const];
    return Array.from({ length: pieces }, (_, k) => {
      const at = (from: number, to: number) => from + ((to - from) * k) / pieces;
      return [at(value, next.value), at(tau, next.tau) ** 2] as const;
    });
  });
  return { x: dense.map(([x]) => x), y: dense.map(([, y]) => y) };
}

function parabolaOf(value: number, stderr: number, [low, high]: readonly [number, number]): Line {
  const x = Array.from({ length: 121 }, (_, i) => low + ((high - low) * i) / 120);
  return { x, y: x.map((at) => ((at - value) / stderr) ** 2) };
}

const joined = ({ x, y }: Line) => x.map((at, i) => [at, y[i] as number] as const);

/** Ends of the interval that are not where the profile reaches the level. */
function notesOf({ name, lowerAt, upperAt }: Profile): readonly string[] {
  const reasons = {
    level: null,
    bound: "ends at a bound",
    limit: `ends where ${name} has a limit`,
    open: "is open: the profile never reaches the level",
    "not finite": "ends where the model has no value",
  } as const;
  const note = (side: string, at: Profile["lowerAt"]) =>
    reasons[at] === null ? [] : [`${side} the interval ${reasons[at]}.`];
  return [...note("Below,", lowerAt), ...note("Above,", upperAt)];
}

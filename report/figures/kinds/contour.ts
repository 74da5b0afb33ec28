/** The joint confidence region of two quantities. */
import type { Contour } from "../../../runtime/index.js";
import { type AxisScale, padded, rangeOf } from "../axis.js";
import type { DraftFigure } from "../figure.js";
import { ownHeading } from "../heading.js";
import { modelTitle, quantityLabel } from "../labels.js";
import { circles, curve, dashes } from "../marks.js";
import { inlineRows } from "../spec.js";
import type { Subject } from "../subject.js";
import { percent } from "./points.js";
import { heights } from "./residual-panel.js";

/** @param index tells the contours of a fit apart */
export function contourFigure(subject: Subject, contour: Contour, index: number): DraftFigure {
  const { sheet } = subject;
  const { names, center, level, points } = contour;
  const closed = [...points, ...points.slice(0, 1)].map(({ values }) => values);
  const finite = closed.filter((values) => values.every(Number.isFinite));
  const ellipse = ellipseOf(subject, contour);
  const scaleOf = (k: 0 | 1): AxisScale => {
    const region = finite.map((values) => values[k]);
    return {
      type: "linear",
      domain: padded(rangeOf(region, [center[k]], ellipse?.map((at) => at[k]) ?? []) ?? [0, 1], "linear", 0.08),
    };
  };
  const [x, y] = [scaleOf(0), scaleOf(1)];
  const line = (values: readonly (readonly [number, number])[]) =>
    inlineRows({ x: values.map(([at]) => at), y: values.map(([, at]) => at), order: values.map((_, i) => i) });
  const title = `Confidence region of ${names[0]} and ${names[1]}`;
  return {
    kind: "contour",
    id: `contour-${index}`,
    name: title,
    caption: `The pairs of values that the data agree with at a level of ${percent(level)}: within the line, χ² is not significantly above its minimum (circle).${ellipse === null ? "" : " The dashed ellipse is the region of the linear approximation."}`,
    draft: {
      description: `${modelTitle(subject)}: joint confidence region of ${names[0]} and ${names[1]}`,
      heading: ownHeading(subject, title),
      datasets: {
        region: line(closed),
        center: line([center]),
        ...(ellipse === null ? {} : { ellipse: line(ellipse) }),
      },
      blocks: [
        [
          {
            height: Math.round(1.4 * heights(sheet, 1).main),
            x: { label: quantityLabel(subject, names[0]), scale: x },
            y: { label: quantityLabel(subject, names[1]), scale: y },
            marks: [
              ...(ellipse === null
                ? []
                : [curve({ data: "ellipse", x: "x", y: "y" }, sheet.colors.outlier, dashes(sheet), "order")]),
              curve({ data: "region", x: "x", y: "y" }, sheet.colors.curve, {}, "order"),
              circles({ data: "center", x: "x", y: "y" }, sheet),
            ],
            legend: [
              { text: `${percent(level)} region`, symbol: "line", color: sheet.colors.curve },
              ...(ellipse === null
                ? []
                : [{ text: "linear approximation", symbol: "dashes", color: sheet.colors.outlier } as const]),
              { text: "fit", symbol: "circle", color: sheet.colors.data },
            ],
            obstacles: { points: [center], lines: [finite, ...(ellipse === null ? [] : [ellipse])] },
          },
        ],
      ],
      notes: [
        ...(finite.length < closed.length ? ["The region is unbounded in the directions where the line is open."] : []),
        ...(points.some(({ at }) => at === "bound") ? ["A bound of a parameter cuts the region off."] : []),
      ],
    },
  };
}

const steps = 120;

/**
 * The region of the linear approximation, as a closed line; null unless both are free parameters.
 */
function ellipseOf(
  { result }: Subject,
  { names, center, level }: Contour,
): readonly (readonly [number, number])[] | null {
  const [i, j] = names.map((name) => result.free.indexOf(name)) as [number, number];
  const { covariance, dof, sigma } = result;
  const entry = (a: number, b: number) => covariance?.[a]?.[b] ?? Number.NaN;
  const [a, b, c] = [entry(i, i), entry(i, j), entry(j, j)];
  if (![a, b, c].every(Number.isFinite) || !(a > 0) || !(a * c > b * b)) return null;
  // Twice the quantile of F for 2 degrees of freedom, which is elementary, or that of chi-square.
  const rise = sigma === "absolute" ? -2 * Math.log(1 - level) : dof * ((1 - level) ** (-2 / dof) - 1);
  const radius = Math.sqrt(rise);
  const [first, second, rest] = [Math.sqrt(a), b / Math.sqrt(a), Math.sqrt(c - (b * b) / a)];
  return Array.from({ length: steps + 1 }, (_, k) => {
    const angle = (2 * Math.PI * k) / steps;
    const [u, v] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    return [center[0] + first * u, center[1] + second * u + rest * v] as const;
  });
}

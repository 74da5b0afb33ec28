/** Observed against predicted values, where the prediction depends on several columns. */
import { isLogarithmic } from "../../rows/axis-scale.js";
import type { StatementRows } from "../../rows/fitted-rows.js";
import type { Panel } from "../assemble.js";
import { type AxisScale, padded, rangeOf } from "../axis.js";
import type { DraftFigure } from "../figure.js";
import { ownHeading } from "../heading.js";
import { modelTitle, responseLabel } from "../labels.js";
import { bars, circles, pointSize, straight } from "../marks.js";
import { type Subject, shownStatements, statementOf } from "../subject.js";
import { joinedParts, type StatementPart } from "./part.js";
import { pointNames, pointSets, pointsOf, pointTooltip } from "./points.js";
import { heights, residualPanel } from "./residual-panel.js";

const single = { series: [{ name: "", constants: new Map() }] };

export function observedPart(subject: Subject, rows: StatementRows, suffix: string, blocks: number): StatementPart {
  const { sheet } = subject;
  const points = pointsOf(rows, rows.fitted);
  const range = rangeOf(points.observed, points.fitted) ?? [0, 1];
  const type = isLogarithmic(points.observed) && range[0] > 0 ? "log" : "linear";
  const scale: AxisScale = { type, domain: padded(range, type, 0.05) };
  const label = responseLabel(subject, rows);
  const names = pointNames(suffix, single);
  const data = names[0] ?? "";
  const height = heights(sheet, blocks);
  const x = { label: { ...label, text: `predicted ${label.text}` }, scale };
  const [low, high] = scale.domain;
  const main: Panel = {
    height: height.main,
    x,
    y: { label: { ...label, text: `observed ${label.text}` }, scale },
    marks: [
      straight([low, low], [high, high], sheet.colors.curve, { strokeWidth: 1.4 * sheet.unit }),
      ...(points.bars === null ? [] : [bars({ data, x: "x", y: "low" }, "high", sheet.colors.error)]),
      circles({ data, x: "x", y: "observed" }, sheet, {
        size: pointSize(points.x.length, sheet),
        tooltip: pointTooltip(subject, rows, x.label, points),
      }),
    ],
    legend: [
      { text: "observed = predicted", symbol: "line", color: sheet.colors.curve },
      { text: "data", symbol: points.bars === null ? "circle" : "bar", color: sheet.colors.data },
    ],
    obstacles: {
      points: [...points.x].map((value, i) => [value, points.observed[i] as number] as const),
      lines: [
        [
          [low, low],
          [high, high],
        ],
      ],
    },
  };
  const residual = { points, names, colors: [sheet.colors.data], x, unit: label.unit, height: height.residual };
  return {
    block: [main, residualPanel(residual, sheet)],
    datasets: pointSets(subject, points, names, null),
    notes: points.notes,
    caption:
      "Observed against predicted values: without errors, all circles would be on the line. Below, the residuals: observed minus predicted.",
  };
}

export function observedFigure(subject: Subject): DraftFigure | null {
  const { shown, notes } = shownStatements(subject);
  const fits = shown.filter((rows) => statementOf(subject, rows).kind === "fit");
  if (fits.length === 0) return null;
  const parts = fits.map((rows, s) => observedPart(subject, rows, `${s}`, fits.length));
  return {
    kind: "observed",
    id: "observed",
    name: "Observed against predicted",
    caption: parts[0]?.caption ?? "",
    draft: {
      description: `${modelTitle(subject)}: observed against predicted values`,
      heading: ownHeading(subject, "Observed against predicted"),
      ...joinedParts(parts, notes),
    },
  };
}

/** Data and fit of each statement, with the residuals below. */
import type { StatementRows } from "../../rows/fitted-rows.js";
import { type AxisScale, padded, rangeOf } from "../axis.js";
import type { DraftFigure } from "../figure.js";
import { modelHeading } from "../heading.js";
import { modelTitle, responseLabel } from "../labels.js";
import { circles, stems } from "../marks.js";
import { type Subject, shownStatements } from "../subject.js";
import { type View, viewOf } from "../view.js";
import { curvePart } from "./curve-part.js";
import { observedPart } from "./observed.js";
import { joinedParts, type StatementPart } from "./part.js";
import { pointNames, pointSets, pointsOf } from "./points.js";
import { heights, symmetric, zeroLine } from "./residual-panel.js";

export function fitFigure(subject: Subject): DraftFigure {
  const { shown, notes } = shownStatements(subject);
  const parts = shown.map((rows, s) => partOf(subject, rows, `${s}`, shown.length));
  return {
    kind: "fit",
    id: "fit",
    name: "Data and fit",
    caption: [...new Set(parts.map(({ caption }) => caption))].join(" "),
    draft: {
      description: `${modelTitle(subject)}: data and fit`,
      heading: modelHeading(subject),
      ...joinedParts(parts, notes),
    },
  };
}

function partOf(subject: Subject, rows: StatementRows, suffix: string, blocks: number): StatementPart {
  const view = viewOf(subject, rows);
  if (view.kind === "several") return observedPart(subject, rows, suffix, blocks);
  if (view.kind === "residual") return residualPart(subject, rows, view, suffix, blocks);
  return curvePart(subject, rows, view, suffix, blocks);
}

/** What should be zero in a `residual` statement, as it is written. */
function residualPart(
  subject: Subject,
  rows: StatementRows,
  view: View,
  suffix: string,
  blocks: number,
): StatementPart {
  const { sheet } = subject;
  const points = pointsOf(rows, view.x);
  const names = pointNames(suffix, view);
  const data = names[0] ?? "";
  const scale: AxisScale = { type: "linear", domain: padded(rangeOf(points.x) ?? [0, 1], "linear", 0.03) };
  const shown = { data, x: "x", y: "fitted" };
  return {
    block: [
      {
        height: Math.round(0.7 * heights(sheet, blocks).main),
        x: { label: view.label, scale },
        y: { label: responseLabel(subject, rows), scale: { type: "linear", domain: symmetric(points.fitted) } },
        marks: [zeroLine(scale, sheet), stems(shown, 0, sheet.colors.error), circles(shown, sheet)],
      },
    ],
    datasets: pointSets(subject, points, names, null),
    notes: points.notes,
    caption: "What the model makes as near to zero as it can, for each row.",
  };
}

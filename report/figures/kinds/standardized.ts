/** Standardised residuals, against what the model is a function of or against the fitted values. */
import { isLogarithmic } from "../../rows/axis-scale.js";
import type { StatementRows } from "../../rows/fitted-rows.js";
import { type AxisScale, type Label, padded, rangeOf } from "../axis.js";
import type { DraftFigure } from "../figure.js";
import { ownHeading } from "../heading.js";
import { modelTitle, responseLabel } from "../labels.js";
import { circles, dashes, pointSize, straight } from "../marks.js";
import { picked, sampleNote, shownRows } from "../sample.js";
import { inlineRows } from "../spec.js";
import { type Subject, shownStatements, statementOf } from "../subject.js";
import { textWidth } from "../text-width.js";
import { pickedNumbers, viewOf } from "../view.js";
import { mostOutliers, outlierMarks, outliersOf, outlying } from "./outliers.js";
import { joinedParts, type StatementPart } from "./part.js";
import { heights, symmetric, zeroLine } from "./residual-panel.js";

/** What residuals are plotted against. */
interface Against {
  readonly values: Float64Array;
  readonly label: Label;
}

/** @returns null if there is nothing to standardise by */
export function residualsFigure(subject: Subject): DraftFigure | null {
  const against = (rows: StatementRows): Against => {
    const { x, label } = viewOf(subject, rows);
    return { values: x, label };
  };
  return standardizedFigure(subject, against, { kind: "residuals", name: "Standardised residuals" });
}

/** @returns null if there is nothing to standardise by, or nothing is fitted */
export function fittedFigure(subject: Subject): DraftFigure | null {
  const against = (rows: StatementRows): Against | null => {
    if (statementOf(subject, rows).kind !== "fit") return null;
    const label = responseLabel(subject, rows);
    return { values: rows.fitted, label: { ...label, text: `fitted ${label.text}` } };
  };
  return standardizedFigure(subject, against, { kind: "fitted", name: "Standardised residuals against fitted values" });
}

function standardizedFigure(
  subject: Subject,
  against: (rows: StatementRows) => Against | null,
  { kind, name }: { readonly kind: "residuals" | "fitted"; readonly name: string },
): DraftFigure | null {
  const { shown, notes } = shownStatements(subject);
  const parts = shown.flatMap((rows, s) => {
    const x = against(rows);
    return x === null || rows.standardized === null
      ? []
      : [part(subject, { ...rows, standardized: rows.standardized }, x, `${s}`, shown.length)];
  });
  if (parts.length === 0) return null;
  return {
    kind,
    id: kind,
    name,
    caption: `Residuals (observed minus fitted) divided by their standard deviations. Of normal errors, one in twenty lies beyond the dashed lines at ±2. Residuals beyond ±${outlying} (at most ${mostOutliers}) are labelled with the number of their row in the data, counted from 1.`,
    draft: {
      description: `${modelTitle(subject)}: ${name}`,
      heading: ownHeading(subject, name),
      ...joinedParts(parts, notes),
    },
  };
}

/** The title of an axis of standardised residuals; it names the response if there are several. */
export function standardizedTitle(subject: Subject, rows: StatementRows, blocks: number): string {
  const title = "standardised residual";
  return blocks === 1 ? title : `${title} of ${responseLabel(subject, rows).text}`;
}

type Standardized = StatementRows & { readonly standardized: Float64Array };

function part(
  subject: Subject,
  statement: Standardized,
  against: Against,
  suffix: string,
  blocks: number,
): StatementPart {
  const { sheet, rows } = subject;
  const z = statement.standardized;
  const shown = shownRows(against.values, z);
  const x = picked(against.values, shown.rows);
  const type = isLogarithmic(x) ? "log" : "linear";
  const xScale: AxisScale = { type, domain: padded(rangeOf(x) ?? [0, 1], type, 0.03) };
  const yScale: AxisScale = { type: "linear", domain: symmetric(z, 2.3) };
  const title = standardizedTitle(subject, statement, blocks);
  const room = textWidth(title, sheet.titleSize) + sheet.fontSize;
  const height = Math.round(Math.max(0.75 * heights(sheet, blocks).main, room));
  const outliers = outlierMarks(
    {
      rows: outliersOf(z).filter((row) => Number.isFinite(against.values[row])),
      x: against.values,
      y: z,
      rowIndex: rows.rowIndex,
      scales: { x: xScale, y: yScale },
      height,
      name: `outliers${suffix}`,
    },
    sheet,
  );
  const [low, high] = xScale.domain;
  const note = sampleNote(shown);
  const name = `rows${suffix}`;
  const size = pointSize(shown.rows.length, sheet);
  return {
    block: [
      {
        height,
        x: { label: against.label, scale: xScale },
        y: { label: { text: title, unit: "" }, scale: yScale },
        marks: [
          zeroLine(xScale, sheet),
          ...[-2, 2].map((limit) => straight([low, limit], [high, limit], sheet.colors.reference, dashes(sheet))),
          circles({ data: name, x: "x", y: "z" }, sheet, { size }),
          ...outliers.marks,
        ],
      },
    ],
    datasets: {
      [name]: inlineRows({ x, z: picked(z, shown.rows), row: pickedNumbers(rows.rowIndex, shown.rows) }),
      ...outliers.datasets,
    },
    notes: note === null ? [] : [note],
    caption: "",
  };
}

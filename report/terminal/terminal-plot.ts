import { type Paint, printable } from "../../diagnostics/index.js";
import { displayWidth, fitToWidth } from "../document/display-width.js";
import { displayName } from "../document/names.js";
import type { ReportedFit } from "../reported-fit.js";
import { asciiGlyphs, type Glyphs, unicodeGlyphs } from "./glyphs.js";
import { columnTicks, drawPanel, occupiedCells, type Panel, type PanelStyle, rowTicks } from "./panel.js";
import { type Axis, type View, viewsOf } from "./view.js";

export interface TerminalPlotOptions {
  /** The number of columns. */
  readonly width: number;
  /** The number of lines of the plot of a statement. */
  readonly height: number;
  /** False to use only characters of ASCII. */
  readonly unicode: boolean;
  readonly paint: Paint;
}

/** The least size with room for axes and points. */
const least = { width: 30, height: 14 };

/** The lines of a plot that are not rows of its panels. */
const furniture = 7;

/**
 * Draws a fit with characters: for each statement its data and the fitted curve, and the residuals
 * below. Null if the model has no statement with columns.
 */
export function terminalPlot(fit: ReportedFit, options: TerminalPlotOptions): string | null {
  const views = viewsOf(fit);
  if (views.length === 0) return null;
  const stopped = fit.result.success ? "" : " (the fit did not converge)";
  const model = displayName(fit.result.model);
  return views
    .map((view) => drawView(view, `${model}: ${view.title}${stopped}`, options))
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** What all parts of a plot need. */
interface Layout extends PanelStyle {
  /** The width of the labels left of the panels. */
  readonly margin: number;
  readonly columns: number;
  readonly width: number;
  readonly text: (text: string, width: number) => string;
}

function drawView(view: View, title: string, options: TerminalPlotOptions): readonly string[] {
  const width = Math.max(options.width, least.width);
  const rows = Math.max(options.height, least.height) - furniture;
  const residualRows = view.main === null ? rows : Math.max(3, Math.round(rows * 0.3));
  const mainRows = rows - residualRows;
  const glyphs = options.unicode ? unicodeGlyphs : asciiGlyphs;
  const labels = [
    ...(view.main === null ? [] : rowTicks(view.main.y.scale, mainRows).values()),
    ...rowTicks(view.residuals.y.scale, residualRows).values(),
  ];
  const margin = Math.max(3, ...labels.map((label) => label.length)) + 2;
  const columns = width - margin - 1;
  const residuals: Panel = { x: view.x.scale, y: view.residuals.y.scale, points: view.residuals.points, curve: null };
  const main: Panel | null = view.main && { ...view.main, x: view.x.scale, y: view.main.y.scale };
  // Points in more cells than the curve has would hide it.
  const dense = occupiedCells(main ?? residuals, { columns, rows: main === null ? residualRows : mainRows }) > columns;
  const text = textFor(options.unicode, glyphs);
  const layout: Layout = { glyphs, paint: options.paint, dense, margin, columns, width, text };
  return [
    options.paint("bold", layout.text(title, width)),
    ...(view.main === null || main === null
      ? []
      : [heading(view.main.y, view.main.legend, layout), ...drawWithAxes(main, mainRows, layout)]),
    heading(view.residuals.y, null, layout),
    ...drawWithAxes(residuals, residualRows, layout),
    ...horizontalLabels(view.x, layout),
  ];
}

/** The label of a vertical axis, above it, and the legend at the other end of the line. */
function heading(y: Axis, legend: { points: string; curve: string } | null, layout: Layout): string {
  const { glyphs, dense, width, paint, text } = layout;
  const [point, curve] = dense ? [glyphs.dots, glyphs.line.repeat(2)] : [glyphs.point, glyphs.curve];
  const shown = legend === null ? "" : `${point} ${legend.points}   ${curve} ${legend.curve}`;
  if (legend === null || displayWidth(shown) > width - 6) return text(`  ${y.label}`, width);
  const label = text(`  ${y.label}`, width - displayWidth(shown) - 2);
  const gap = " ".repeat(Math.max(0, width - displayWidth(label) - displayWidth(shown)));
  return `${label}${gap}${point} ${legend.points}   ${paint("blue", curve)} ${legend.curve}`;
}

/** A panel with the axis on its left and the line below it. */
function drawWithAxes(panel: Panel, rows: number, layout: Layout): readonly string[] {
  const { glyphs, margin, columns, paint } = layout;
  const canvas = drawPanel(panel, { columns, rows }, layout);
  const ticks = rowTicks(panel.y, rows);
  const lines = Array.from({ length: rows }, (_, row) => {
    const label = ticks.get(row);
    const axis = label === undefined ? glyphs.axis.vertical : glyphs.axis.tick;
    return `${(label ?? "").padStart(margin - 1)} ${axis}${canvas.line(row, paint)}`;
  });
  const below = Array<string>(columns).fill(glyphs.bottom.horizontal);
  for (const { column } of columnTicks(panel.x, columns)) below[column] = glyphs.bottom.tick;
  return [...lines, `${" ".repeat(margin)}${glyphs.axis.corner}${below.join("")}`];
}

/** The numbers of the horizontal axis and its label, centred below them. */
function horizontalLabels(x: Axis, { margin, columns, width, text }: Layout): readonly string[] {
  let numbers = "";
  for (const { start, label } of columnTicks(x.scale, columns)) numbers = numbers.padEnd(start) + label;
  const label = text(x.label, width);
  const indent = Math.max(0, margin + 1 + Math.floor((columns - displayWidth(label)) / 2));
  const fitting = Math.min(indent, width - displayWidth(label));
  return [" ".repeat(margin + 1) + numbers, " ".repeat(Math.max(0, fitting)) + label];
}

/** Names from a model on one line, not wider than there is room. */
function textFor(unicode: boolean, glyphs: Glyphs): Layout["text"] {
  return (text, width) => {
    const shown = unicode ? printable(text) : printable(text).replace(/[^\x20-\x7e]/gu, "?");
    return fitToWidth(shown, width, glyphs.ellipsis);
  };
}

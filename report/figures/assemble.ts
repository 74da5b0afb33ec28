/** Puts the panels of a figure together: one above the other, with their frames in line. */
import { logarithmicPlace } from "../rows/axis-scale.js";
import { type Axis, type AxisScale, channel, type Label, xAxis, yAxis } from "./axis.js";
import { type LegendEntry, type Obstacles, placeLegend } from "./legend.js";
import { wrappedWords } from "./lines.js";
import { fixedMark } from "./marks.js";
import type { Sheet } from "./sheet.js";
import { type FigureSpec, type JsonObject, vegaLiteSchema } from "./spec.js";
import { dressed } from "./style.js";

/** A panel before its place is known. */
export interface Panel {
  readonly height: number;
  readonly x: { readonly label: Label; readonly scale: AxisScale };
  readonly y: { readonly label: Label; readonly scale: AxisScale };
  readonly marks: readonly JsonObject[];
  readonly legend?: readonly LegendEntry[];
  /** What the legend must not cover, in the units of the axes. */
  readonly obstacles?: Obstacles;
}

/** Panels above each other that have the same x, which only the last one labels. */
export type Block = readonly Panel[];

/** Title and subtitle for a width in pixels. */
export type Heading = (
  width: number,
  sheet: Sheet,
) => {
  readonly title: readonly string[];
  readonly subtitle: readonly string[];
  /** True to write the subtitle in the colour of a warning. */
  readonly isWarning: boolean;
};

export interface FigureDraft {
  readonly description: string;
  readonly heading: Heading;
  readonly datasets: Readonly<Record<string, readonly JsonObject[]>>;
  readonly blocks: readonly Block[];
  /** A chart without axes, of this width, in place of panels. */
  readonly chart?: (width: number) => JsonObject;
  /** What is said below the picture. */
  readonly notes: readonly string[];
}

export function assemble(draft: FigureDraft, sheet: Sheet): FigureSpec {
  const { chart } = draft;
  if (chart !== undefined) {
    const width = Math.floor(sheet.style.width - 2 * sheet.padding);
    return withHeading(draft, width, chart(width), sheet);
  }
  const { blocks, notes } = draft;
  const yAxes = blocks.map((block) => block.map(({ y, height }) => yAxis(y.label, y.scale, height, sheet)));
  const extent = Math.ceil(Math.max(...yAxes.flat().map(({ labelWidth }) => labelWidth)) + sheet.tickSpace);
  const titleLines = Math.max(...yAxes.flat().map(({ title }) => title.length));
  const moreLines = (titleLines - 1) * 1.25 * sheet.titleSize;
  const outer = sheet.style.width - 2 * sheet.padding - extent - Math.ceil(sheet.axisTitleSpace + moreLines);
  const over = Math.max(1, ...blocks.map((block) => overhang(block, outer, sheet)));
  const width = Math.floor(outer - Math.ceil(over));
  const last = blocks.length - 1;
  const built = blocks.map((block, b) => ({
    vconcat: block.map((panel, i) =>
      panelSpec(panel, {
        x: xAxis(panel.x.label, panel.x.scale, width, sheet),
        y: (yAxes[b] as readonly Axis[])[i] as Axis,
        isLast: i === block.length - 1,
        notes: b === last && i === block.length - 1 ? notes : [],
        width,
        extent,
        sheet,
      }),
    ),
    spacing: Math.round(12 * sheet.unit),
    bounds: "flush",
  }));
  const [only] = built;
  const content =
    built.length === 1 && only !== undefined ? only : { vconcat: built, spacing: Math.round(10 * sheet.unit) };
  return withHeading(draft, width, { ...content, resolve: { scale: { x: "independent", y: "independent" } } }, sheet);
}

function withHeading(
  { description, datasets, heading }: FigureDraft,
  width: number,
  content: JsonObject,
  sheet: Sheet,
): FigureSpec {
  const { title, subtitle, isWarning } = heading(width, sheet);
  return {
    $schema: vegaLiteSchema,
    description,
    title: {
      // The lines are as long as the frame is wide.
      text: [...title],
      limit: 0,
      ...(subtitle.length === 0 ? {} : { subtitle: [...subtitle] }),
      ...(isWarning ? { subtitleColor: sheet.colors.outlier } : {}),
    },
    datasets: { ...datasets },
    ...content,
    ...(dressed(sheet.style) as unknown as JsonObject),
  };
}

/** How far the last label of the x axis reaches beyond the frame. */
function overhang(block: Block, width: number, sheet: Sheet): number {
  const panel = block.at(-1);
  if (panel === undefined) return 0;
  const { ticks, domain, type, labelWidth } = xAxis(panel.x.label, panel.x.scale, width, sheet);
  const shown = ticks.values.filter((_, i) => ticks.labels[i] !== "");
  const last = shown.at(-1);
  if (last === undefined) return 0;
  return labelWidth / 2 - width * (1 - fraction({ type, domain }, last));
}

/** Where a value is on an axis, from 0 to 1. */
export function fraction({ type, domain: [low, high] }: AxisScale, value: number): number {
  return type === "log" ? logarithmicPlace(value, low, high) : (value - low) / (high - low);
}

interface Place {
  readonly x: Axis;
  readonly y: Axis;
  readonly isLast: boolean;
  readonly notes: readonly string[];
  readonly width: number;
  readonly extent: number;
  readonly sheet: Sheet;
}

function panelSpec(panel: Panel, { x, y, isLast, notes, width, extent, sheet }: Place): JsonObject {
  const { height, marks, legend = [], obstacles = { points: [], lines: [] } } = panel;
  const pixel = ([u, v]: readonly [number, number]) => [width * fraction(x, u), height * (1 - fraction(y, v))] as const;
  const placed = placeLegend(
    legend,
    { points: obstacles.points.map(pixel), lines: obstacles.lines.map((line) => line.map(pixel)) },
    { width, height },
    sheet,
  );
  return {
    width,
    height,
    layer: [
      {
        encoding: {
          x: channel(x, isLast ? {} : { labels: false, title: null }),
          y: channel(y, { minExtent: extent, maxExtent: extent }),
        },
        layer: [...marks],
      },
      ...placed.marks,
      ...noteMarks(notes, { width, height }, sheet),
    ],
  };
}

/** What is said below the last panel and its axis. */
function noteMarks(
  notes: readonly string[],
  { width, height }: { readonly width: number; readonly height: number },
  sheet: Sheet,
): readonly JsonObject[] {
  if (notes.length === 0) return [];
  const { fontSize, colors } = sheet;
  const lines = notes.flatMap((note) => wrappedWords(note, { width, fontSize }, 3));
  const y = height + sheet.tickSpace + fontSize + sheet.axisTitleSpace + 0.6 * fontSize;
  const mark = { type: "text", text: [...lines], x: 0, y, align: "left", baseline: "top", lineHeight: 1.3 * fontSize };
  return [fixedMark({ ...mark, color: colors.mutedText })];
}

/** The legend of a panel: a symbol and a text for each mark, where nothing is in the way. */
import { dashes, fixedMark, placedMark } from "./marks.js";
import type { Sheet } from "./sheet.js";
import type { JsonObject } from "./spec.js";
import { textWidth } from "./text-width.js";

export interface LegendEntry {
  readonly text: string;
  readonly symbol: "circle" | "line" | "dashes" | "area" | "bar";
  readonly color: string;
}

/** What a legend must not cover, in pixels. */
export interface Obstacles {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Lines, each of which is a list of points. */
  readonly lines: readonly (readonly (readonly [x: number, y: number])[])[];
}

export interface PlacedLegend {
  readonly marks: readonly JsonObject[];
  /** How far it is above the frame. */
  readonly above: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The entries in columns, each as wide as its widest entry. */
interface Grid {
  readonly columns: readonly number[];
  readonly rows: number;
  readonly width: number;
  readonly height: number;
}

/** Finds a place for a legend: a corner where nothing is, or else above the frame. */
export function placeLegend(
  entries: readonly LegendEntry[],
  obstacles: Obstacles,
  frame: { readonly width: number; readonly height: number },
  sheet: Sheet,
): PlacedLegend {
  if (entries.length === 0) return { marks: [], above: 0 };
  const margin = 0.7 * sheet.fontSize;
  const counts = [...new Set([entries.length, Math.ceil(entries.length / 2), 1])];
  const grids = counts.map((columns) => gridOf(entries, columns, sheet)).filter(({ width }) => width <= frame.width);
  const dense = { ...obstacles, lines: obstacles.lines.map(densified) };
  for (const grid of grids) {
    const [right, bottom] = [frame.width - margin - grid.width, frame.height - margin - grid.height];
    if (grid.height + 2 * margin > frame.height || grid.width + 2 * margin > frame.width) continue;
    for (const [x, y] of [
      [right, margin],
      [margin, margin],
      [right, bottom],
      [margin, bottom],
    ] as const) {
      const box = { x, y, width: grid.width, height: grid.height };
      if (isFree(box, dense, 0.6 * sheet.fontSize)) return { marks: drawn(entries, grid, box, sheet), above: 0 };
    }
  }
  const grid = grids[0] ?? gridOf(entries, 1, sheet);
  const above = grid.height + 0.5 * sheet.fontSize;
  const box = { x: Math.max(0, frame.width - grid.width), y: -above, width: grid.width, height: grid.height };
  return { marks: drawn(entries, grid, box, sheet), above };
}

const lineHeight = 1.55;

function gridOf(entries: readonly LegendEntry[], count: number, sheet: Sheet): Grid {
  const rows = Math.ceil(entries.length / count);
  const columns = Array.from({ length: count }, (_, c) => {
    const own = entries.filter((_, i) => i % count === c);
    return Math.max(0, ...own.map(({ text }) => symbolSpace(sheet) + textWidth(text, sheet.fontSize)));
  });
  const gaps = (count - 1) * columnGap * sheet.fontSize;
  return {
    columns,
    rows,
    width: columns.reduce((sum, width) => sum + width, gaps),
    height: rows * lineHeight * sheet.fontSize,
  };
}

const columnGap = 1.1;
const symbolWidth = (sheet: Sheet) => 1.4 * sheet.fontSize;
const symbolSpace = (sheet: Sheet) => symbolWidth(sheet) + 0.5 * sheet.fontSize;

/** Adds points to a line, so that none of its segments can cross a box unseen. */
function densified(line: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const step = 3;
  return line.flatMap(([x, y], i) => {
    const [nextX, nextY] = line[i + 1] ?? [x, y];
    const pieces = Math.min(500, Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / step)));
    if (!Number.isFinite(pieces)) return [];
    return Array.from(
      { length: pieces },
      (_, k) => [x + ((nextX - x) * k) / pieces, y + ((nextY - y) * k) / pieces] as const,
    );
  });
}

function isFree(box: Box, { points, lines }: Obstacles, margin: number): boolean {
  const isInside = ([x, y]: readonly [number, number]) =>
    x > box.x - margin && x < box.x + box.width + margin && y > box.y - margin && y < box.y + box.height + margin;
  return !points.some(isInside) && !lines.some((line) => line.some(isInside));
}

function drawn(entries: readonly LegendEntry[], { columns }: Grid, box: Box, sheet: Sheet): readonly JsonObject[] {
  const { fontSize, colors } = sheet;
  const lefts = columns.map(
    (_, c) => box.x + columns.slice(0, c).reduce((sum, width) => sum + width + columnGap * fontSize, 0),
  );
  return entries.flatMap((entry, i) => {
    const x = lefts[i % columns.length] ?? box.x;
    const y = box.y + (Math.floor(i / columns.length) + 0.5) * lineHeight * fontSize;
    const text = {
      type: "text",
      text: entry.text,
      x: x + symbolSpace(sheet),
      y,
      align: "left",
      baseline: "middle",
      color: colors.text,
    };
    return [...symbols(entry, x, y, sheet), fixedMark(rounded(text))];
  });
}

/** Pixels with two decimals. */
function rounded(mark: JsonObject): JsonObject {
  const round = (value: JsonObject[string] | undefined) =>
    typeof value === "number" ? Math.round(value * 100) / 100 : (value ?? null);
  return Object.fromEntries(Object.keys(mark).map((name) => [name, round(mark[name])]));
}

/** A symbol has the height of the text beside it. */
function symbols({ symbol, color }: LegendEntry, x: number, y: number, sheet: Sheet): readonly JsonObject[] {
  const [width, height] = [symbolWidth(sheet), 0.9 * sheet.fontSize];
  const middle = x + width / 2;
  const across = { x, x2: x + width, y };
  const upright = { x: middle, y: y - height / 2, y2: y + height / 2 };
  const circle = fixedMark(rounded({ type: "point", shape: "circle", filled: false, x: middle, y, color }));
  switch (symbol) {
    case "circle":
      return [circle];
    case "bar":
      return [placedMark({ type: "rule", color: sheet.colors.error }, rounded(upright)), circle];
    case "line":
      return [placedMark({ type: "rule", color, strokeWidth: 1.6 * sheet.unit }, rounded(across))];
    case "dashes":
      return [placedMark({ type: "rule", color, ...dashes(sheet) }, rounded(across))];
    case "area":
      return [fixedMark(rounded({ type: "rect", ...across, y: upright.y, y2: upright.y2, color }))];
  }
}

import type { Paint } from "../../diagnostics/index.js";
import { displayWidth } from "../document/display-width.js";
import { Canvas } from "./canvas.js";
import type { Glyphs } from "./glyphs.js";
import { dotAt, Raster } from "./raster.js";
import { placeOn, type Scale } from "./scale.js";
import { type Tick, ticksOf } from "./ticks.js";

/** What a panel shows. The arrays of points, and those of a curve, have the same length. */
export interface Panel {
  readonly x: Scale;
  readonly y: Scale;
  readonly points: Points;
  readonly curve: Curve | null;
}

export interface Points {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Half the length of the error bar of each point; null for none. */
  readonly bars: ArrayLike<number> | null;
}

/** A line through points in their order; it is interrupted where a value is not finite. */
export interface Curve {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface PanelSize {
  readonly columns: number;
  readonly rows: number;
}

/** How a panel is drawn. */
export interface PanelStyle {
  readonly glyphs: Glyphs;
  readonly paint: Paint;
  /** True to draw so many points as dots and the curve, which they would hide, as characters. */
  readonly dense: boolean;
}

/** Draws points, error bars and the curve of a panel, and a line at 0 if it has no curve. */
export function drawPanel({ x, y, points, curve }: Panel, { columns, rows }: PanelSize, style: PanelStyle): Canvas {
  const { glyphs, dense } = style;
  const canvas = new Canvas(columns, rows);
  const raster = () => new Raster(columns, rows, glyphs.across, glyphs.down);
  if (curve === null) drawZero(canvas, y, glyphs);
  const line = raster();
  for (let i = 1; i < (curve?.x.length ?? 0); i++) {
    const at = (k: number) => [placeOn(x, curve?.x[k] as number), placeOn(y, curve?.y[k] as number)] as const;
    line.line(...at(i - 1), ...at(i));
  }
  const drawPoints = () => {
    if (!dense) {
      drawBars(canvas, { x, y, points, curve }, glyphs);
      forEachPlace(x, y, points, (u, v) => {
        canvas.put(dotAt(u, columns), dotAt(1 - v, rows), glyphs.point, null);
      });
      return;
    }
    const dots = raster();
    forEachPlace(x, y, points, (u, v) => dots.dot(u, v));
    canvas.overlay(dots, glyphs.cell, null);
  };
  if (dense) {
    line.thin();
    drawPoints();
  }
  canvas.overlay(line, dense ? () => glyphs.line : glyphs.cell, "blue");
  if (!dense) drawPoints();
  return canvas;
}

function drawZero(canvas: Canvas, y: Scale, glyphs: Glyphs): void {
  const place = placeOn(y, 0);
  if (!(place >= 0 && place <= 1)) return;
  const row = dotAt(1 - place, canvas.rows);
  for (let column = 0; column < canvas.columns; column++) canvas.put(column, row, glyphs.zero, "dim");
}

/** Error bars above and below each point. */
function drawBars(canvas: Canvas, { x, y, points }: Panel, glyphs: Glyphs): void {
  const { bars } = points;
  if (bars === null) return;
  const rowAt = (value: number) => dotAt(1 - Math.min(Math.max(placeOn(y, value), 0), 1), canvas.rows);
  for (let i = 0; i < points.x.length; i++) {
    const [value, half] = [points.y[i] as number, bars[i] as number];
    const u = placeOn(x, points.x[i] as number);
    if (!(u >= 0 && u <= 1) || !Number.isFinite(value) || !Number.isFinite(half)) continue;
    for (let row = rowAt(value + half); row <= rowAt(value - half); row++) {
      canvas.put(dotAt(u, canvas.columns), row, glyphs.bar, "dim");
    }
  }
}

/** Calls `visit` with the place of each point that the axes show. */
function forEachPlace(x: Scale, y: Scale, points: Points, visit: (u: number, v: number) => void): void {
  for (let i = 0; i < points.x.length; i++) {
    const u = placeOn(x, points.x[i] as number);
    const v = placeOn(y, points.y[i] as number);
    if (u >= 0 && u <= 1 && v >= 0 && v <= 1) visit(u, v);
  }
}

/** How many cells have points. */
export function occupiedCells({ x, y, points }: Panel, { columns, rows }: PanelSize): number {
  const cells = new Raster(columns, rows, 1, 1);
  forEachPlace(x, y, points, (u, v) => cells.dot(u, v));
  return cells.masks.reduce((sum, mask) => sum + mask, 0);
}

/**
 * The ticks of a vertical axis by row: on every second row at most, unless that would be a single
 * one.
 */
export function rowTicks(scale: Scale, rows: number): ReadonlyMap<number, string> {
  let ticks = new Map<number, string>();
  for (let most = rows / 2; ticks.size < 2 && most <= 2 * rows; most *= Math.SQRT2) {
    ticks = new Map(ticksOf(scale, most).map(({ value, label }) => [dotAt(1 - placeOn(scale, value), rows), label]));
  }
  return ticks;
}

/** A tick of a horizontal axis, and the columns that its label takes. */
interface ColumnTick {
  readonly column: number;
  readonly start: number;
  readonly label: string;
}

/** The ticks of a horizontal axis: as many, up to ten, as there is room for their labels. */
export function columnTicks(scale: Scale, columns: number): readonly ColumnTick[] {
  for (let most = 10; most >= 1; most--) {
    const ticks = ticksOf(scale, most).map((tick) => placedTick(tick, scale, columns));
    const clear = ticks.every(({ start }, i) => {
      const before = ticks[i - 1];
      return before === undefined || start >= before.start + displayWidth(before.label) + 2;
    });
    if (clear) return ticks;
  }
  return [];
}

function placedTick({ value, label }: Tick, scale: Scale, columns: number): ColumnTick {
  const column = dotAt(placeOn(scale, value), columns);
  const start = column - Math.floor((label.length - 1) / 2);
  return { column, start: Math.max(Math.min(start, columns - label.length), 0), label };
}

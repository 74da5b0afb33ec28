/** The axes of a panel: from the values to be shown to Vega-Lite's scale and axis. */
import { logarithmicValue } from "../rows/axis-scale.js";
import { shortened } from "./lines.js";
import { prettyNumber, superscript } from "./mathematics.js";
import type { Sheet } from "./sheet.js";
import type { JsonObject } from "./spec.js";
import { textWidth } from "./text-width.js";
import { linearTicks, logTicks, type Ticks } from "./ticks.js";

/** What an axis shows: `time`, `s`. */
export interface Label {
  readonly text: string;
  /** As print has it; empty if there is none. */
  readonly unit: string;
  /** True if another axis has the unit too, so that a short axis can do without. */
  readonly isUnitKnown?: boolean;
}

export type Domain = readonly [number, number];

export interface AxisScale {
  readonly type: "linear" | "log";
  readonly domain: Domain;
}

export interface Axis extends AxisScale {
  /** Its lines. */
  readonly title: readonly string[];
  readonly ticks: Ticks;
  /** The width of the widest label, in pixels. */
  readonly labelWidth: number;
}

/** The least and the largest finite value, or null if there is none. */
export function rangeOf(...lists: readonly ArrayLike<number>[]): Domain | null {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of lists) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (!Number.isFinite(value)) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return least <= most ? [least, most] : null;
}

/** The difference of two such numbers is one too, with room around them. */
const largest = Number.MAX_VALUE / 4;
/** Ticks at smaller distances would be subnormal, with few digits. */
const smallest = 1e-300;

/** A range with room at its ends; a single value gets room on both sides. */
export function padded([given, end]: Domain, scale: AxisScale["type"], fraction: number): Domain {
  const [low, high] = [given, end].map((value) => Math.min(largest, Math.max(-largest, value))) as [number, number];
  if (scale === "log") {
    const at = (place: number) => logarithmicValue(place, low, high);
    return high > low ? [at(-fraction), at(1 + fraction)] : [low / 2, high * 2];
  }
  const span = high - low;
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (span > Math.max(1e-12 * size, smallest)) return [low - fraction * span, high + fraction * span];
  const half = size === 0 ? 1.1 : Math.max(0.11 * size, smallest);
  return [low - half, high + half];
}

/** A horizontal axis of this many pixels. */
export function xAxis(label: Label, scale: AxisScale, pixels: number, sheet: Sheet): Axis {
  for (let count = 8; count > 1; count--) {
    const axis = axisOf(label, scale, count, pixels, sheet);
    const labels = axis.ticks.labels.filter((text) => text !== "").length;
    if (labels * (axis.labelWidth + 1.2 * sheet.fontSize) <= pixels) return axis;
  }
  return axisOf(label, scale, 1, pixels, sheet);
}

/** A vertical axis of this many pixels. */
export function yAxis(label: Label, scale: AxisScale, pixels: number, sheet: Sheet): Axis {
  const count = Math.max(3, Math.min(7, Math.floor(pixels / (2.6 * sheet.fontSize))));
  return axisOf(label, scale, count, pixels, sheet);
}

function axisOf(label: Label, scale: AxisScale, count: number, pixels: number, sheet: Sheet): Axis {
  const ticks = scale.type === "log" ? logTicks(scale.domain, count) : linearTicks(scale.domain, count);
  return {
    ...scale,
    ticks,
    title: titleOf(label, ticks, pixels, sheet),
    labelWidth: Math.max(0, ...ticks.labels.map((text) => textWidth(text, sheet.fontSize))),
  };
}

/** `signal (10³ V)`; a title that is too long loses the end of its name, not its unit. */
function titleOf(label: Label, { exponent, offset }: Ticks, pixels: number, sheet: Sheet): readonly string[] {
  const { text, unit, isUnitKnown = false } = label;
  const fontSize = sheet.titleSize;
  const factor = exponent === 0 ? "" : `10${superscript(exponent)}`;
  const inside = [factor, unit].filter((part) => part !== "").join(" ");
  const since =
    offset === 0 ? "" : ` ${offset > 0 ? "\u2212" : "+"} ${prettyNumber(String(Math.abs(offset)).replace("e+", "e"))}`;
  const end = `${since}${inside === "" ? "" : ` (${inside})`}`;
  const room = pixels - textWidth(end, fontSize);
  if (isUnitKnown && textWidth(text, fontSize) > room) {
    return factor === "" ? [shortened(text, { width: pixels, fontSize })] : [text, end.trim()];
  }
  if (room < 3 * fontSize) return [shortened(text + end, { width: pixels, fontSize })];
  return [`${shortened(text, { width: room, fontSize })}${end}`];
}

/** The channel of an axis, without a field. */
export function channel(axis: Axis, more: JsonObject): JsonObject {
  const { type, domain, title, ticks } = axis;
  return {
    type: "quantitative",
    scale: { type, domain: [...domain], nice: false, ...(type === "log" ? {} : { zero: false }) },
    axis: {
      title,
      values: [...ticks.values],
      ...labelling(ticks),
      labelOverlap: false,
      labelLimit: 0,
      titleLimit: 0,
      ...more,
    },
  };
}

/** Vega formats the labels itself where it can; otherwise they are looked up by the value. */
function labelling({ values, labels, format }: Ticks): JsonObject {
  if (format !== null) return { format };
  const table = values.flatMap((value, i) => (labels[i] === "" ? [] : [`'${value}':'${labels[i]}'`]));
  return { labelExpr: `{${table.join(",")}}[datum.value] || ''` };
}

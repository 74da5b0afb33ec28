/** The marks of a panel, as layers of Vega-Lite. Their axes are those of the panel. */
import type { Sheet } from "./sheet.js";
import type { JsonObject } from "./spec.js";

/** A named data set, and the fields of it that a mark shows. */
export interface Shown {
  readonly data: string;
  readonly x: string;
  readonly y: string;
}

const place = ({ data, x, y }: Shown, mark: JsonObject, more: JsonObject = {}): JsonObject => ({
  data: { name: data },
  mark,
  encoding: { x: { field: x }, y: { field: y }, ...more },
});

/** What a reader sees who points at a data point: fields with their titles. */
export type Tooltip = readonly { readonly field: string; readonly title: string }[];

/** Open circles. */
export function circles(
  shown: Shown,
  sheet: Sheet,
  more: { readonly color?: string; readonly size?: number; readonly tooltip?: Tooltip } = {},
) {
  const { color = sheet.colors.data, size = null, tooltip = [] } = more;
  const mark = { type: "point", shape: "circle", filled: false, color, ...(size === null ? {} : { size }) };
  return place(shown, mark, tooltip.length === 0 ? {} : { tooltip: tooltip.map((each) => ({ ...each })) });
}

/** A line through points, in the order of x unless another one is asked for. */
export function curve(shown: Shown, color: string, mark: JsonObject = {}, order: string | null = null) {
  const along = order === null ? {} : { order: { field: order, type: "quantitative" } };
  return place(shown, { type: "line", clip: true, color, ...mark }, along);
}

/** The area between two curves. */
export function band(shown: Shown, upper: string, color: string, opacity = 1) {
  return place(shown, { type: "area", clip: true, color, opacity }, { y2: { field: upper } });
}

/** Vertical lines between two fields. */
export function bars(shown: Shown, end: string, color: string) {
  return place(shown, { type: "rule", clip: true, color }, { y2: { field: end } });
}

/** Vertical lines from a value, such as 0, to a field. */
export function stems(shown: Shown, from: number, color: string) {
  return place(shown, { type: "rule", color }, { y2: { datum: from } });
}

/** A straight line between two points, for a value to compare with. */
export function straight(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  color: string,
  mark: JsonObject = {},
): JsonObject {
  return {
    data: {
      values: [
        { x: x1, y: y1 },
        { x: x2, y: y2 },
      ],
    },
    mark: { type: "line", clip: true, color, strokeWidth: 1, ...mark },
    encoding: { x: { field: "x" }, y: { field: "y" } },
  };
}

/** Texts beside points. */
export function labels(shown: Shown, text: string, mark: JsonObject): JsonObject {
  return place(shown, { type: "text", ...mark }, { text: { field: text } });
}

/** A mark at a fixed place of the panel, in pixels. */
export function fixedMark(mark: JsonObject): JsonObject {
  return { data: { values: [{}] }, mark, encoding: {} };
}

/** As {@link fixedMark}, for a mark that Vega-Lite places by its channels only. */
export function placedMark(mark: JsonObject, at: JsonObject): JsonObject {
  const encoding = Object.fromEntries(Object.entries(at).map(([channel, value]) => [channel, { value }]));
  return { data: { values: [{}] }, mark, encoding };
}

/** How the line of something to compare with is drawn. */
export const dashes = ({ unit }: Sheet) => ({ strokeWidth: 1.2 * unit, strokeDash: [4 * unit, 3 * unit] });

/**
 * Points at this distance on average, in diameters, are drawn at full size; nearer ones smaller.
 */
const roomy = 0.55;

/** The size of a point among so many on a panel of some width, so that a cloud is not a blot. */
export function pointSize(count: number, sheet: Sheet): number {
  const full = 22 * sheet.unit ** 2;
  const distance = (0.85 * sheet.style.width) / Math.max(1, count) / Math.sqrt(full);
  return full * Math.min(1, Math.max(0.3, distance / roomy));
}

/** Whether points are so near to each other that they hide a curve below them. */
export const isDense = (count: number, sheet: Sheet) => pointSize(count, sheet) < 14 * sheet.unit ** 2;

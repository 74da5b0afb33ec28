/** The residuals that stand out, with the numbers of their rows beside them. */
import { fraction } from "../assemble.js";
import type { AxisScale } from "../axis.js";
import { circles, labels } from "../marks.js";
import { picked } from "../sample.js";
import type { Sheet } from "../sheet.js";
import { inlineRows, type JsonObject } from "../spec.js";
import { textWidth } from "../text-width.js";
import { pickedNumbers } from "../view.js";

/** Standardised residuals beyond this stand out: one in eighty of normal errors does. */
export const outlying = 2.5;
/** More are not labelled, or the labels of a large data set would hide it. */
export const mostOutliers = 8;

/** The rows whose standardised residuals stand out most. */
export function outliersOf(standardized: Float64Array): Uint32Array {
  const found: number[] = [];
  for (let i = 0; i < standardized.length; i++) {
    const size = Math.abs(standardized[i] as number);
    if (!(size > outlying)) continue;
    const least = found.at(-1);
    if (found.length === mostOutliers && size <= Math.abs(standardized[least as number] as number)) continue;
    const at = found.findIndex((row) => Math.abs(standardized[row] as number) < size);
    found.splice(at < 0 ? found.length : at, 0, i);
    if (found.length > mostOutliers) found.pop();
  }
  return Uint32Array.from(found);
}

export interface OutlierRequest {
  readonly rows: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The positions of the rows of the fit in the data, with which they are labelled. */
  readonly rowIndex: Uint32Array;
  readonly scales: { readonly x: AxisScale; readonly y: AxisScale };
  readonly height: number;
  readonly name: string;
}

/** Where a label can be, seen from its point. */
const sides = {
  right: { dx: 1, dy: 0, align: "left", baseline: "middle" },
  left: { dx: -1, dy: 0, align: "right", baseline: "middle" },
  above: { dx: 0, dy: -1, align: "center", baseline: "bottom" },
  below: { dx: 0, dy: 1, align: "center", baseline: "top" },
} as const;

type Side = keyof typeof sides;

/** The outliers with their labels: data sets, and marks for them. */
export function outlierMarks(request: OutlierRequest, sheet: Sheet) {
  const { rows, x, y, rowIndex, name } = request;
  if (rows.length === 0) return { datasets: {}, marks: [] };
  const data = inlineRows({ x: picked(x, rows), z: picked(y, rows), row: pickedNumbers(rowIndex, rows) });
  const placed = placedLabels(request, sheet);
  const gap = 0.45 * sheet.fontSize;
  const texts = Object.entries(sides).flatMap(([side, { dx, dy, align, baseline }]) => {
    const own = data.filter((_, i) => placed[i] === side);
    const mark = { dx: dx * gap, dy: dy * gap, align, baseline, color: sheet.colors.outlier };
    return own.length === 0 ? [] : [{ name: `${name}-${side}`, own, mark }];
  });
  const datasets: Record<string, readonly JsonObject[]> = { [name]: data };
  for (const text of texts) datasets[text.name] = text.own;
  return {
    datasets,
    marks: [
      circles({ data: name, x: "x", y: "z" }, sheet, { color: sheet.colors.outlier }),
      ...texts.map((text) => labels({ data: text.name, x: "x", y: "z" }, "row", text.mark)),
    ],
  };
}

/** The side of each label where it covers no other label and no outlier; null if there is none. */
function placedLabels(
  { rows, x, y, rowIndex, scales, height }: OutlierRequest,
  sheet: Sheet,
): readonly (Side | null)[] {
  // The frame is about this wide; its exact width follows from the labels of the axes.
  const width = 0.86 * sheet.style.width;
  const [gap, half] = [0.45 * sheet.fontSize, 0.6 * sheet.fontSize];
  const points = [...rows].map((row) => ({
    x: width * fraction(scales.x, x[row] as number),
    y: height * (1 - fraction(scales.y, y[row] as number)),
    text: textWidth(String((rowIndex[row] ?? 0) + 1), sheet.fontSize),
  }));
  const taken = points.map((point) => boxAround(point.x, point.y, gap / 2, gap / 2));
  return points.map((point, i) => {
    for (const [side, { dx, dy }] of Object.entries(sides) as readonly [Side, { dx: number; dy: number }][]) {
      const box = boxAround(point.x + dx * (gap + point.text / 2), point.y + dy * (gap + half), point.text / 2, half);
      const isInside = box.left > 0 && box.right < width && box.top > 0 && box.bottom < height;
      if (!isInside || taken.some((other, k) => k !== i && overlap(box, other))) continue;
      taken.push(box);
      return side;
    }
    return null;
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const boxAround = (x: number, y: number, halfWidth: number, halfHeight: number): Box => ({
  left: x - halfWidth,
  right: x + halfWidth,
  top: y - halfHeight,
  bottom: y + halfHeight,
});

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

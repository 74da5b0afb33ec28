/** The correlations of the parameters, as a triangle of coloured cells. */
import type { DraftFigure } from "../figure.js";
import { ownHeading } from "../heading.js";
import { modelTitle } from "../labels.js";
import { shortened } from "../lines.js";
import type { Sheet } from "../sheet.js";
import type { JsonObject } from "../spec.js";
import type { Subject } from "../subject.js";
import { textWidth } from "../text-width.js";

/** More parameters than these make cells too small to be seen. */
const mostParameters = 60;

/** @returns null for fewer than two free parameters, or if there is no covariance */
export function correlationsFigure(subject: Subject): DraftFigure | null {
  const { correlation, free } = subject.result;
  if (correlation === null || free.length < 2 || free.length > mostParameters) return null;
  const name = "Correlations of the parameters";
  return {
    kind: "correlations",
    id: "correlations",
    name,
    caption:
      "The correlation of each pair of parameters, in the row of the one and the column of the other. Near ±1 (strong colours) the data determine little but a combination of the two.",
    draft: {
      description: `${modelTitle(subject)}: ${name}`,
      heading: ownHeading(subject, name),
      datasets: {},
      blocks: [],
      notes: [],
      chart: (width) => chart(free, correlation, width, subject.sheet),
    },
  };
}

/**
 * The row of a parameter ends with its name, on the diagonal, below which is its column. So names
 * are never turned, and have the empty half to extend to.
 */
function chart(
  free: readonly string[],
  correlation: readonly (readonly number[])[],
  width: number,
  sheet: Sheet,
): JsonObject {
  const { fontSize } = sheet;
  const count = free.length;
  const indent = 0.4 * fontSize;
  const room = Math.min(0.35 * width, Math.max(...free.map((name) => textWidth(name, fontSize))) + 2 * indent);
  const size = Math.floor(Math.min((width - room) / (count - 1), 4.5 * fontSize));
  const cells = free.flatMap((_, i) =>
    free.slice(0, i).map((_, j) => ({ x: j * size, y: i * size, value: correlation[i]?.[j] ?? Number.NaN })),
  );
  const names = free.map((name, i) => ({
    x: i * size + indent,
    y: (i + 0.5) * size,
    text: shortened(name, { width: width - i * size - indent, fontSize }),
  }));
  const key = colorKey(size * count + fontSize, sheet);
  return {
    width,
    height: size * count + 3.4 * fontSize,
    view: { stroke: null },
    layer: [
      boxes([
        ...cells.map(({ x, y, value }) => ({ x, y, x2: x + size - 1, y2: y + size - 1, fill: fillOf(value, sheet) })),
        ...key.boxes,
      ]),
      ...(size < 3.3 * fontSize
        ? []
        : [
            texts(
              cells.map((cell) => numberOf(cell, size, sheet)),
              { align: "center" },
            ),
          ]),
      texts(
        names.map((name) => ({ ...name, color: sheet.colors.text })),
        {
          align: "left",
          fontSize: Math.min(fontSize, size),
        },
      ),
      texts(key.labels, { align: "center" }),
    ],
  };
}

/** A strip of the colours, with what they mean. */
function colorKey(y: number, sheet: Sheet) {
  const { fontSize, colors } = sheet;
  const [steps, step] = [20, 0.6 * fontSize];
  return {
    boxes: Array.from({ length: steps + 1 }, (_, k) => ({
      x: k * step,
      x2: (k + 1) * step,
      y,
      y2: y + 0.8 * fontSize,
      fill: fillOf((2 * k) / steps - 1, sheet),
    })),
    labels: [-1, 0, 1].map((value) => ({
      x: ((value + 1) / 2) * steps * step + step / 2,
      y: y + 1.6 * fontSize,
      text: value < 0 ? "\u22121" : String(value),
      color: colors.text,
    })),
  };
}

function numberOf(
  { x, y, value }: { readonly x: number; readonly y: number; readonly value: number },
  size: number,
  sheet: Sheet,
) {
  const digits = (count: number) => value.toFixed(count).replace("-", "\u2212");
  // 0.998 must not be read as 1, if there is room for it.
  const isNearOne = Math.abs(value) >= 0.995 && textWidth(digits(3), sheet.fontSize) < size - 2;
  const text = isNearOne ? digits(3) : digits(2);
  // Only a parameter that follows exactly from another one has a correlation of 1.
  const shown = /1\.0+$/.test(text) && Math.abs(value) < 1 ? `≈${text.replace(/\.0+$/, "")}` : text;
  const isLight = luminance(shade(value, sheet)) > 0.45;
  return { x: x + (size - 1) / 2, y: y + (size - 1) / 2, text: shown, color: isLight ? "#101010" : "#fefefe" };
}

type Rgb = readonly [number, number, number];

/**
 * Blue and vermillion, which the colour-blind can tell apart. They are not those of the palette,
 * which a page replaces where it is dark: the numbers in the cells are readable on these only.
 */
const ends: Readonly<Record<"negative" | "positive", Rgb>> = { negative: [0, 99, 156], positive: [201, 84, 0] };
const middles: Readonly<Record<Sheet["style"]["theme"], Rgb>> = { light: [244, 244, 244], dark: [44, 48, 54] };

function shade(value: number, { style }: Sheet): Rgb {
  const end = value < 0 ? ends.negative : ends.positive;
  const share = Math.min(1, Math.abs(value));
  return middles[style.theme].map((from, k) => from + ((end[k] as number) - from) * share) as unknown as Rgb;
}

function fillOf(value: number, sheet: Sheet): string {
  const hex = (part: number) => Math.round(part).toString(16).padStart(2, "0");
  return Number.isFinite(value) ? `#${shade(value, sheet).map(hex).join("")}` : sheet.colors.grid;
}

const luminance = ([r, g, b]: Rgb) => (0.3 * r + 0.59 * g + 0.11 * b) / 255;

const pixels = (field: string): JsonObject => ({ field, type: "quantitative", scale: null, axis: null });
const colored: JsonObject = { type: "nominal", scale: null, legend: null };

/** Rectangles at places in pixels. */
function boxes(values: readonly JsonObject[]): JsonObject {
  return {
    data: { values },
    mark: { type: "rect" },
    encoding: {
      x: pixels("x"),
      y: pixels("y"),
      x2: { field: "x2" },
      y2: { field: "y2" },
      color: { field: "fill", ...colored },
    },
  };
}

/** Texts at places in pixels. */
function texts(values: readonly JsonObject[], mark: JsonObject): JsonObject {
  return {
    data: { values },
    mark: { type: "text", baseline: "middle", ...mark },
    encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text" }, color: { field: "color", ...colored } },
  };
}

/** The panel of residuals below a figure: stems from zero. */
import type { Panel } from "../assemble.js";
import { type AxisScale, type Domain, rangeOf } from "../axis.js";
import { circles, pointSize, stems, straight } from "../marks.js";
import type { Sheet } from "../sheet.js";
import type { Points } from "./points.js";

export interface ResidualPanel {
  readonly points: Points;
  /** The data set of each series, and its colour. */
  readonly names: readonly string[];
  readonly colors: readonly string[];
  readonly x: Panel["x"];
  /** The unit of the response. */
  readonly unit: string;
  readonly height: number;
}

export function residualPanel({ points, names, colors, x, unit, height }: ResidualPanel, sheet: Sheet): Panel {
  const domain = symmetric(points.residual);
  const size = pointSize(points.x.length, sheet);
  return {
    height,
    x,
    y: { label: { text: "residual", unit, isUnitKnown: true }, scale: { type: "linear", domain } },
    marks: [
      zeroLine(x.scale, sheet),
      ...names.map((data) => stems({ data, x: "x", y: "residual" }, 0, sheet.colors.error)),
      ...names.map((data, s) =>
        circles({ data, x: "x", y: "residual" }, sheet, { color: colors[s] ?? sheet.colors.data, size }),
      ),
    ],
  };
}

/** The line where a residual is zero. */
export function zeroLine({ domain: [low, high] }: AxisScale, sheet: Sheet) {
  return straight([low, 0], [high, 0], sheet.colors.reference);
}

/** A domain around zero with room for all values. */
export function symmetric(values: ArrayLike<number>, least = 0): Domain {
  const [low, high] = rangeOf(values) ?? [0, 0];
  const most = Math.min(Number.MAX_VALUE / 8, Math.max(-low, high, least));
  return most > 0 ? [-1.18 * most, 1.18 * most] : [-1.18, 1.18];
}

/** The heights of a panel with data, and of one with residuals below. */
export function heights(sheet: Sheet, blocks: number): { readonly main: number; readonly residual: number } {
  const { width } = sheet.style;
  const main = (blocks > 1 ? 0.32 : 0.42) * width;
  return {
    main: Math.round(Math.max(main, 11 * sheet.fontSize)),
    residual: Math.round(Math.max(0.3 * main, 6.8 * sheet.fontSize)),
  };
}

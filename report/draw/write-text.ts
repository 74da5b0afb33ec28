/** Texts as SVG elements, as wide as they were laid out. */
import type { Item } from "vega-scenegraph";
import { inFont } from "../figures/text-width.js";
import { type Attributes, decimal, element, escaped } from "./markup.js";
import { fontSizeOf, isBold, shownLines, widthOf } from "./shown-text.js";

const anchors: Readonly<Record<string, string | null>> = { left: null, center: "middle", right: "end" };

/**
 * How far below its place the baseline of a text is, in font sizes: half the height of a digit
 * (0.73) where the middle is meant.
 */
const baselines: Readonly<Record<string, number>> = {
  top: 0.79,
  middle: 0.365,
  bottom: -0.21,
  "line-top": 0.79,
  "line-bottom": -0.21,
  alphabetic: 0,
};

export function writeText(item: Item, { fill, opacity, ...rest }: Attributes) {
  const lines = shownLines(item);
  const size = fontSizeOf(item);
  if (lines.every((line) => line === "") || !(size > 0)) return null;
  const { radius = 0, theta = 0, angle = 0, dx = 0, dy = 0, align = "left", baseline = "alphabetic" } = item;
  const x = (item.x ?? 0) + radius * Math.cos(theta - Math.PI / 2);
  const y = (item.y ?? 0) + radius * Math.sin(theta - Math.PI / 2);
  const below = dy + (baselines[baseline] ?? 0) * size;
  const rotated = angle !== 0;
  const at = rotated ? { x: dx, y: below } : { x: x + dx, y: y + below };
  const lineHeight = item.lineHeight ?? size + 2;
  const [first = ""] = lines;
  const content =
    lines.length === 1
      ? escaped(first)
      : lines
          .map((line, i) =>
            element("tspan", { ...at, y: at.y + i * lineHeight, ...lengthOf(item, line) }, escaped(line)),
          )
          .join("");
  return {
    name: "text",
    geometry: {
      ...(lines.length === 1 ? { ...at, ...lengthOf(item, first) } : {}),
      transform: rotated ? `translate(${decimal(x)} ${decimal(y)}) rotate(${decimal(angle)})` : null,
    },
    look: {
      "font-size": size,
      "font-weight": isBold(item) ? "bold" : null,
      "text-anchor": anchors[align] ?? null,
      fill,
      opacity,
      ...("stroke" in rest ? rest : {}),
    },
    content,
  };
}

/**
 * Says how wide a text is, for a program that draws it in another font than the one it was laid out
 * with. Where that font lacks a character, its width is not known either.
 */
function lengthOf(item: Item, line: string): Attributes {
  if (!inFont(line) || line.length < 2) return {};
  return { textLength: widthOf(item, line), lengthAdjust: "spacingAndGlyphs" };
}

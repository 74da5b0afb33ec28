/** Fits texts into lines of a given width. */
import { printable } from "../../diagnostics/index.js";
import { textWidth } from "./text-width.js";

export interface LineWidth {
  readonly width: number;
  readonly fontSize: number;
  readonly bold?: boolean;
}

/** No line of a picture has more characters; longer texts are cut before they are measured. */
const longest = 1000;

/** A text on one line, with `…` where it was too long. Accents stay with their letters. */
export function shortened(text: string, { width, fontSize, bold = false }: LineWidth): string {
  const line = printable(text.slice(0, longest).replace(/\s+/g, " ").trim());
  if (text.length <= longest && textWidth(line, fontSize, bold) <= width) return unlikeAnyProperty(line);
  const room = width - textWidth("…", fontSize, bold);
  let used = 0;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(line)) {
    used += textWidth(segment, fontSize, bold);
    if (used > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Vega looks texts up in objects, and would find what every object inherits (`constructor`,
 * `__proto__`). It does not draw a space at the end.
 */
const unlikeAnyProperty = (text: string): string => (text in Object.prototype ? `${text} ` : text);

/**
 * Pieces of text on at most `most` lines. Lines are broken between pieces; what does not fit is
 * replaced by `rest`, which says how much is left out.
 */
export function wrapped(
  pieces: readonly string[],
  line: LineWidth,
  most: number,
  { separator = " ", rest = "…" }: { readonly separator?: string; readonly rest?: string } = {},
): readonly string[] {
  const fits = (text: string) => textWidth(text, line.fontSize, line.bold) <= line.width;
  const lines: string[] = [];
  let current = "";
  for (const piece of pieces) {
    const longer = current === "" ? piece : current + separator + piece;
    if (current === "" || fits(longer)) {
      current = longer;
      continue;
    }
    if (lines.length + 1 === most)
      return [...lines, ended(current, separator, rest, fits)].map((text) => shortened(text, line));
    lines.push(current + separator.trimEnd());
    current = piece;
  }
  return (current === "" ? lines : [...lines, current]).map((text) => shortened(text, line));
}

/** A line that ends with `rest`, for which its last pieces make room. */
function ended(text: string, separator: string, rest: string, fits: (text: string) => boolean): string {
  let kept = text;
  while (!fits(kept + separator + rest)) {
    const end = kept.lastIndexOf(separator);
    if (end < 0) break;
    kept = kept.slice(0, end);
  }
  return kept + separator + rest;
}

/** The words of a text on at most `most` lines. */
export function wrappedWords(text: string, line: LineWidth, most: number): readonly string[] {
  return wrapped(
    text
      .slice(0, longest)
      .split(/\s+/)
      .filter((word) => word !== ""),
    line,
    most,
  );
}

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
  const fits = (parts: readonly string[]) => textWidth(parts.join(separator), line.fontSize, line.bold) <= line.width;
  const lines: string[] = [];
  let current: string[] = [];
  for (const piece of pieces.filter((each) => each !== "")) {
    if (current.length === 0 || fits([...current, piece])) {
      current.push(piece);
      continue;
    }
    if (lines.length + 1 === most) {
      // The last pieces make room for `rest`.
      while (current.length > 1 && !fits([...current, rest])) current.pop();
      current.push(rest);
      break;
    }
    lines.push(current.join(separator) + separator.trimEnd());
    current = [piece];
  }
  const all = current.length === 0 ? lines : [...lines, current.join(separator)];
  return all.map((text) => shortened(text, line));
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

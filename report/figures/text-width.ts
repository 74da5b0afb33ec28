/**
 * How wide a text is in the font of the figures, from the advances of its characters. The font has
 * neither kerning nor ligatures, so this is exact.
 */
import { advances, unitsPerEm } from "./advances.generated.js";

/** The fonts that a picture names: the one that is shipped, those of its widths, any other. */
export const fontFamily = '"DejaVu Sans", Verdana, "Bitstream Vera Sans", sans-serif';

/** The width of a line of text, in the unit of the font size. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let width = 0;
  for (const char of text) width += advanceOf(char.codePointAt(0) ?? 0, bold) ?? unknownAdvance(char);
  return (width / unitsPerEm) * fontSize;
}

/** Whether the font has all characters of a text, so that its width is known. */
export function inFont(text: string): boolean {
  return [...text].every((char) => advanceOf(char.codePointAt(0) ?? 0, false) !== null);
}

/** The advance of a character in units of the font; null if the font does not have it. */
function advanceOf(codePoint: number, bold: boolean): number | null {
  let [from, to] = [0, advances.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const [first = 0, regular = [], heavy = []] = advances[middle] ?? [];
    if (codePoint < first) to = middle;
    else if (codePoint >= first + regular.length) from = middle + 1;
    else return (bold ? heavy : regular)[codePoint - first] ?? null;
  }
  return null;
}

/** Such characters add nothing to a line: they are drawn onto others, or not at all. */
const withoutWidth = /^[\p{M}\p{C}]$/u;

/**
 * Another font has this character. Few are wider than the em, which is the width of Chinese,
 * Japanese and Korean ones.
 */
function unknownAdvance(char: string): number {
  return withoutWidth.test(char) ? 0 : unitsPerEm;
}

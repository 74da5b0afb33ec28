/** The texts of a scene as they are drawn: in one line each, and no longer than their limit. */
import type { Item } from "vega-scenegraph";
import { textWidth } from "../figures/text-width.js";

/** Vega's default. */
const defaultFontSize = 11;

export const fontSizeOf = (item: Item): number => item.fontSize ?? defaultFontSize;

export const isBold = ({ fontWeight }: Item): boolean => fontWeight === "bold" || Number(fontWeight) >= 600;

/** The lines of a text, each as it is drawn. */
export function shownLines(item: Item): readonly string[] {
  return (Array.isArray(item.text) ? item.text : [item.text]).map((line) => shownLine(item, line));
}

/** The width of a text, of which Vega gives one line or all. */
export function shownWidth(item: Item, text: unknown): number {
  const lines = Array.isArray(text) ? text : [text];
  return Math.max(...lines.map((line) => widthOf(item, shownLine(item, line))));
}

export const widthOf = (item: Item, line: string): number => textWidth(line, fontSizeOf(item), isBold(item));

function shownLine(item: Item, line: unknown): string {
  const text = line === null || line === undefined ? "" : visible(String(line)).trim();
  const { limit = 0, ellipsis = "…" } = item;
  if (!(limit > 0) || widthOf(item, text) <= limit) return text;
  // By bisection, since a text may be long.
  const chars = [...text];
  let [fits, tooLong] = [0, chars.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (widthOf(item, chars.slice(0, middle).join("") + ellipsis) <= limit) fits = middle;
    else tooLong = middle;
  }
  return chars.slice(0, fits).join("") + ellipsis;
}

/**
 * Without the characters that XML does not allow, and those that change the direction of the text
 * after them. White space is a space.
 */
const visible = (text: string): string => text.replace(/[\t\n\f\r ]+/g, " ").replace(unwanted, "");

/** What XML does not allow, except tab and line feed, and what changes the direction of a text. */
export const unwanted = /(?![\t\n])[\p{Control}\p{Surrogate}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/gu;

import type { IToken } from "chevrotain";
import type { Span } from "../diagnostics/index.js";
import * as t from "./tokens.js";

/** The position of a token, and the value of its text. */

/** The offset just after the last character of a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}

export function numberValue(image: string): number {
  return Number(image.replaceAll("_", ""));
}

/**
 * The decoded text of a string in quotes or a name in backticks; null if it has an escape that JSON
 * does not know, or a control character.
 */
export function unquote(image: string): string | null {
  const quote = image.charAt(0);
  const end = image.length > 1 && image.endsWith(quote) ? -1 : image.length;
  const body = image.slice(1, end);
  // Single or typographic quotes: the closing quote may differ from the opening one.
  if (quote !== '"' && quote !== "`") return image.slice(1).replace(/['"\u2018-\u201f]$/, "");
  const json =
    quote === "`" ? body.replace(/\\[\s\S]|"/g, (text) => (text === '"' ? '\\"' : text === "\\`" ? "`" : text)) : body;
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return null;
  }
}

/** A token as a message shows it. */
export function shown(token: IToken): string {
  if (token.tokenType === t.End) return "the end of the file";
  return token.image.length > 40 ? `'${token.image.slice(0, 40)}...'` : `'${token.image}'`;
}

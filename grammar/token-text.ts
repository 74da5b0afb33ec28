import type { IToken } from "chevrotain";
import type { Span } from "../diagnostics/index.js";
import * as t from "./tokens.js";

/** Where a token stands, and what its text denotes. */

/** One past the last character of a token. */
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
 * What a string in quotes or a name in backticks denotes; null where it has an escape that JSON has
 * not, or a control character.
 */
export function unquote(image: string): string | null {
  const quote = image.charAt(0);
  const end = image.length > 1 && image.endsWith(quote) ? -1 : image.length;
  const body = image.slice(1, end);
  // Single or typographic quotes, of which the closing one is another character.
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

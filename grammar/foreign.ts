import type { TokenType } from "chevrotain";
import * as t from "./tokens.js";

/** How to read a spelling from another language, so that it causes one error and not several. */
export interface Replacement {
  /** The text that was found, as the message shows it. */
  readonly what: string;
  /** The text to write instead, as the help shows it. */
  readonly write: string;
  /** The token that replaces it; null if it is left out. */
  readonly type: TokenType | null;
}

/** The operators of other languages and their spellings in this one. */
const operators: ReadonlyMap<string, string> = new Map([
  ["**", "^"],
  ["&&", "and"],
  ["||", "or"],
  ["!", "not"],
  [":=", "="],
  ["<>", "!="],
  ["\u2212", "-"],
  ["\u2013", "-"],
  ["\u00d7", "*"],
  ["\u00b7", "*"],
  ["\u22c5", "*"],
  ["\u00f7", "/"],
  ["\u2264", "<="],
  ["\u2265", ">="],
  ["\u2260", "!="],
  ["\u221e", "inf"],
]);

/** The replacement for a token of type `Foreign`. */
export function replacementOf(image: string): Replacement {
  const operator = operators.get(image);
  if (operator !== undefined) {
    return { what: `'${image}'`, write: `'${operator}'`, type: t.fixedSpellings.get(operator) ?? null };
  }
  if (image === ";") {
    return { what: "';'", write: "nothing here: a statement ends where the next one begins", type: null };
  }
  if (image.startsWith("?")) {
    const write = "'if ... then ... else ...'; write a name that has a '?' in backticks";
    return { what: "'?'", write, type: t.Question };
  }
  if (image.startsWith("#")) return { what: "a comment with '#'", write: "'//' before a comment", type: null };
  const quotes = image.startsWith("'") ? "single" : "typographic";
  return { what: `a string in ${quotes} quotes`, write: 'it in straight double quotes, "..."', type: t.StringText };
}

import type { TokenType } from "chevrotain";
import * as t from "./tokens.js";

/** What a spelling of another language is read as, so that it is one error and not several. */
export interface Replacement {
  /** What was found, as the message says it. */
  readonly what: string;
  /** What to write instead, as the help says it. */
  readonly write: string;
  /** The token that takes its place; null where it is left out. */
  readonly type: TokenType | null;
}

/** What each operator is called here. */
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

/** What to write instead of a token of type `Foreign`. */
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

import type { TokenType } from "chevrotain";
import * as t from "./tokens.js";

/** What a spelling of another language is read as, so that it is one error and not several. */
export interface Mend {
  /** What to write instead, as the message says it. */
  readonly write: string;
  /** The token that takes its place; null where it is left out. */
  readonly type: TokenType | null;
}

const mends: ReadonlyMap<string, Mend> = new Map([
  ["**", { write: "'^' for a power", type: t.Power }],
  ["&&", { write: "'and'", type: t.And }],
  ["||", { write: "'or'", type: t.Or }],
  ["!", { write: "'not'", type: t.Not }],
  [":=", { write: "'='", type: t.Equals }],
  ["<>", { write: "'!='", type: t.spellings.get("!=") ?? t.Equals }],
  ["\u2212", { write: "'-'", type: t.Minus }],
  ["\u2013", { write: "'-'", type: t.Minus }],
  ["\u00d7", { write: "'*'", type: t.Times }],
  ["\u00b7", { write: "'*'", type: t.Times }],
  ["\u22c5", { write: "'*'", type: t.Times }],
  ["\u00f7", { write: "'/'", type: t.Divide }],
  ["\u2264", { write: "'<='", type: t.spellings.get("<=") ?? t.Equals }],
  ["\u2265", { write: "'>='", type: t.spellings.get(">=") ?? t.Equals }],
  ["\u2260", { write: "'!='", type: t.spellings.get("!=") ?? t.Equals }],
  ["\u221e", { write: "'inf'", type: t.Inf }],
  [";", { write: "nothing here: a statement ends where the next one begins", type: null }],
]);

/** The mend of a token of type `Foreign`. */
export function mendOf(image: string): Mend {
  const mend = mends.get(image);
  if (mend !== undefined) return mend;
  if (image.startsWith("#")) return { write: "'//' before a comment", type: null };
  return { write: 'a string in straight double quotes, "..."', type: t.StringText };
}

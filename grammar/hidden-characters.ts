import type { IToken } from "chevrotain";
import type { Span } from "../diagnostics/index.js";
import { messageTemplates as messages } from "./messages.js";
import type { Comment } from "./nodes.js";
import type { Problem } from "./problem.js";
import { spanOf, unquote } from "./token-text.js";
import * as t from "./tokens.js";

/**
 * Control characters but tabs and line breaks, those that reorder text, line separators, and others
 * without a shape; but not the joiners U+200C and U+200D, which several languages need.
 */
const hidden = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * Warns of characters in comments, strings and quoted names that make a text look different from
 * what it is (Boucher and Anderson, "Trojan Source", USENIX Security 2023); one warning for each of
 * these. Elsewhere such characters are errors of the lexer, or mere white space.
 */
export function warnOfHidden(text: string, tokens: readonly IToken[], comments: readonly Comment[]): Problem[] {
  if (!hidden.test(text)) return [];
  const quoted = tokens.filter(
    ({ tokenType, image }) => (tokenType === t.StringText || tokenType === t.QuotedName) && unquote(image) !== null,
  );
  return [...comments.map(({ span }) => span), ...quoted.map(spanOf)].flatMap(({ start, end }: Span) => {
    const found = hidden.exec(text.slice(start, end));
    if (found === null) return [];
    const [character] = found;
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const at = start + found.index;
    return [
      { message: messages.hiddenCharacter({ character: `U+${hex}` }), span: { start: at, end: at + character.length } },
    ];
  });
}

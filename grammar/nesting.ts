import type { IToken, TokenType } from "chevrotain";
import { messageTemplates as messages } from "./messages.js";
import type { Problem } from "./problem.js";
import { endOf, spanOf } from "./token-text.js";
import * as t from "./tokens.js";

/**
 * Deeper nesting is reported as an error, so that neither the parser nor any later stage overflows
 * the stack.
 */
export const deepestNesting = 200;

/** An open bracket and the nesting inside it. */
interface Level {
  readonly open: IToken;
  /**
   * The number of `if`s and `?`s in the current expression; each nests the rest of the expression.
   */
  ifs: number;
}

/**
 * Finds what the parser must not meet or cannot report well: nesting that is too deep, and round or
 * square brackets without a partner. (The two kinds may close each other, because an interval is
 * written `(0, 1]`.) A brace never closes a parenthesis.
 */
export function checkNesting(tokens: readonly IToken[]): {
  readonly problems: readonly Problem[];
  readonly tooDeep: boolean;
} {
  const problems: Problem[] = [];
  const levels: Level[] = [];
  let ifsBelow = 0;
  let outermost = 0;
  let chain = 0;
  let previous: TokenType = t.LBrace;
  const unclosed = ({ open }: Level): void => {
    const closer = open.image === "(" ? ")" : "]";
    problems.push({ message: messages.unclosedBracket({ opener: open.image, closer }), span: spanOf(open) });
  };
  for (const token of tokens) {
    const type = token.tokenType;
    const inner = levels.at(-1);
    if (type === t.Comma || (t.startsOperand(type) && t.endsOperand(previous))) {
      if (inner === undefined) outermost = 0;
      else inner.ifs = 0;
    }
    if (type === t.If || type === t.Question) {
      if (inner === undefined) outermost++;
      else inner.ifs++;
    }
    // In a run of prefix operators, or of powers, each operator nests the next.
    if (type === t.Power || type === t.Not || (type === t.Minus && !t.endsOperand(previous))) chain++;
    else if (!t.startsOperand(type) && !closes(type) && type !== t.LParen && type !== t.Dot) chain = 0;
    if (opens(type)) {
      ifsBelow += inner?.ifs ?? outermost;
      levels.push({ open: token, ifs: 0 });
    } else if (type === t.RBrace || type === t.End) {
      for (
        let top = levels.at(-1);
        top !== undefined && (type === t.End || top.open.tokenType !== t.LBrace);
        top = levels.at(-1)
      ) {
        levels.pop();
        ifsBelow -= levels.at(-1)?.ifs ?? outermost;
        if (top.open.tokenType !== t.LBrace) unclosed(top);
      }
      if (levels.pop() !== undefined) ifsBelow -= levels.at(-1)?.ifs ?? outermost;
    } else if (closes(type)) {
      if (inner === undefined || inner.open.tokenType === t.LBrace) {
        problems.push({ message: messages.unopenedBracket({ closer: token.image }), span: spanOf(token) });
      } else {
        levels.pop();
        ifsBelow -= levels.at(-1)?.ifs ?? outermost;
      }
    }
    const depth = levels.length + ifsBelow + (levels.at(-1)?.ifs ?? outermost) + chain;
    if (depth > deepestNesting) {
      const message = messages.nestingTooDeep({ limit: deepestNesting });
      return { problems: [{ message, span: { start: token.startOffset, end: endOf(token) } }], tooDeep: true };
    }
    previous = type;
  }
  return { problems, tooDeep: false };
}

function opens(type: TokenType): boolean {
  return type === t.LParen || type === t.LSquare || type === t.LBrace;
}

function closes(type: TokenType): boolean {
  return type === t.RParen || type === t.RSquare;
}

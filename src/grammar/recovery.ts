import type { IToken, TokenType } from "chevrotain";
import * as t from "./tokens.js";

/**
 * Where to go on after a mistake. Keywords are names elsewhere, so a keyword alone says little: a declaration begins where a
 * keyword comes first on its line (or first in its block) and is followed by what that declaration needs. These guesses
 * are made only where the grammar has failed already; a right file never meets them.
 */

/** What a list of declarations belongs to. */
export type Level = "file" | "model" | "data" | "noise" | "solver";

type Tokens = readonly IToken[];

/** The index that the parser gave a token. */
export function indexOf(token: IToken): number {
  return token.payload as number;
}

/**
 * @param first index of the declaration's first token
 * @param stopped index of the token that the grammar could not use
 * @returns the token to report, which is an earlier one where a declaration begins before `stopped`, and the one to go on at
 */
export function resume(tokens: Tokens, level: Level, first: number, stopped: number): { at: number; resumed: number } {
  let depth = 0;
  for (let i = first; ; i++) {
    const type = tokens[i]?.tokenType;
    if (type === undefined || type === t.End) return { at: Math.min(stopped, i), resumed: i };
    if (i > first && depth <= 0 && (level !== "data" || i >= stopped) && begins(tokens, level, i))
      return { at: Math.min(stopped, i), resumed: i };
    if (type === t.LBrace) depth++;
    if (type === t.RBrace && --depth < 0 && level !== "file") return { at: Math.min(stopped, i), resumed: i };
  }
}

/** Whether a data block or the like is left open: a line that can only be the model's next statement, or the next model, follows. */
export function isUnclosed(tokens: Tokens, level: Level, index: number): boolean {
  if (!firstOnLine(tokens, index)) return false;
  if (tokens[index]?.tokenType === t.Model && tokens[index + 2]?.tokenType === t.LBrace) return true;
  if (level === "model" || !beginsDeclaration(tokens, t.statementWords, index)) return false;
  if (level === "noise") return !t.noiseWords.includes(typeAt(tokens, index));
  if (level === "solver") return tokens[index + 1]?.tokenType !== t.Colon;
  // A line of columns never holds an '=' or a '~'.
  for (let i = index + 1; !firstOnLine(tokens, i); i++) {
    const type = typeAt(tokens, i);
    if (type === t.Equals || type === t.Tilde) return true;
    if (type === t.End || type === t.RBrace) return false;
  }
  return false;
}

/** Whether a token is the first of its line. */
export function firstOnLine(tokens: Tokens, index: number): boolean {
  return tokens[index]?.startLine !== tokens[index - 1]?.startLine;
}

/** The words that the grammar has after an expression: those of the same statement, and those that begin the next. */
const mayFollowExpression: ReadonlySet<TokenType> = new Set([
  ...t.statementWords,
  ...t.fileWords,
  t.In,
  t.Fixed,
  t.Per,
  t.Absolute,
  t.Relative,
]);

/**
 * Whether a line begins with a keyword that can only begin a statement, and not be a name in an expression that goes on from
 * the line before. This is no guess: after a name in an expression comes no other name.
 */
export function mustBeginStatement(tokens: Tokens, index: number): boolean {
  if (!t.statementWords.includes(typeAt(tokens, index)) || !firstOnLine(tokens, index)) return false;
  const next = typeAt(tokens, index + 1);
  if (next === t.StringText || next === t.NumberLiteral || next === t.If) return true;
  if (!isName(next)) return false;
  const after = typeAt(tokens, index + 2);
  return after === t.Equals || after === t.Colon || !mayFollowExpression.has(next);
}

function begins(tokens: Tokens, level: Level, index: number): boolean {
  const leads =
    firstOnLine(tokens, index) || typeAt(tokens, index - 1) === t.RBrace || typeAt(tokens, index - 1) === t.LBrace;
  switch (level) {
    case "file":
      return leads && beginsDeclaration(tokens, t.fileWords, index);
    case "model":
      return (
        leads &&
        (beginsDeclaration(tokens, t.statementWords, index) ||
          beginsLater(tokens, index) ||
          beginsUnknown(tokens, index) ||
          isUnclosed(tokens, level, index))
      );
    case "noise":
      return beginsDeclaration(tokens, t.noiseWords, index) || isUnclosed(tokens, level, index);
    case "data":
      return leads || typeAt(tokens, index - 1) === t.Comma;
    case "solver":
      return typeAt(tokens, index + 1) === t.Colon || isUnclosed(tokens, level, index);
  }
}

/** A misspelt keyword: `parm k = 1`. */
function beginsUnknown(tokens: Tokens, index: number): boolean {
  const after = typeAt(tokens, index + 2);
  const named = isName(typeAt(tokens, index)) && isName(typeAt(tokens, index + 1));
  return named && (after === t.Equals || after === t.Colon);
}

function beginsLater(tokens: Tokens, index: number): boolean {
  const next = typeAt(tokens, index + 1);
  return t.laterWords.has(tokens[index]?.image ?? "") && (isOperand(next) || next === t.LBrace);
}

/** Whether one of `words` stands here, followed by what its declaration begins with. */
function beginsDeclaration(tokens: Tokens, words: readonly TokenType[], index: number): boolean {
  const word = typeAt(tokens, index);
  if (!words.includes(word)) return false;
  const next = typeAt(tokens, index + 1);
  switch (word) {
    case t.Data:
      return next === t.StringText || (isName(next) && typeAt(tokens, index + 2) === t.StringText);
    case t.Fn:
      return isName(next) && typeAt(tokens, index + 2) === t.LParen;
    case t.Fit:
    case t.Residual:
    case t.Sigma:
    case t.Weight:
      return isOperand(next);
    case t.Loss:
      return isName(next) || next === t.LParen;
    default:
      return isName(next);
  }
}

function isOperand(type: TokenType): boolean {
  return (
    isName(type) || type === t.NumberLiteral || type === t.LParen || type === t.If || type === t.Inf || type === t.Pi
  );
}

/** Whether a token of this type can be a name. */
export function isName(type: TokenType): boolean {
  const categories = type.CATEGORIES ?? [];
  return categories.includes(t.ColumnName) || categories.includes(t.Name);
}

function typeAt(tokens: Tokens, index: number): TokenType {
  return tokens[index]?.tokenType ?? t.End;
}

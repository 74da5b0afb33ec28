import type { IToken, TokenType } from "chevrotain";
import * as t from "./tokens.js";

/**
 * Where to go on after a mistake. Keywords are names elsewhere, so a keyword alone says little: a declaration begins where a
 * keyword comes first on its line (or first in its block) and is followed by what that declaration needs. These guesses
 * are made only where the grammar has failed already; a right file never meets them.
 */

/** What a list of declarations belongs to. */
export type Level = "file" | "model" | "data" | "block" | "solver";

/** What stopped the parser, and what it skipped to go on. */
export interface Mistake {
  readonly level: Level;
  /** Indices of tokens: where the declaration began, where it went wrong, where parsing went on. */
  readonly first: number;
  readonly at: number;
  readonly resumed: number;
  /** What the grammar expected instead, in the language's terms. */
  readonly expected: string;
}

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
  let at = stopped;
  for (let i = first; ; i++) {
    const type = typeAt(tokens, i);
    const begin = i > first && depth <= 0 && begins(tokens, level, i);
    // The parser cannot go back, but the report can say that the trouble began earlier.
    if (begin && i < at && level !== "data") at = i;
    if (type === t.LBrace) depth++;
    if (type === t.RBrace) depth--;
    const ends = type === t.End || (depth < 0 && level !== "file");
    if (ends || (begin && i >= stopped)) return { at, resumed: i };
  }
}

/** Whether a data block or the like is left open: a line that can only be the model's next statement, or the next model, follows. */
export function isUnclosed(tokens: Tokens, level: Level, index: number): boolean {
  if (!firstOnLine(tokens, index)) return false;
  if (tokens[index]?.tokenType === t.Model && tokens[index + 2]?.tokenType === t.LBrace) return true;
  if (level === "model" || !beginsDeclaration(tokens, t.statementWords, index)) return false;
  if (level === "block") return !t.blockWords.includes(typeAt(tokens, index));
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
 * Whether a line begins with a word that can only begin a statement, and not be a name in an expression that goes on from
 * the line before. This is no guess: after a name in an expression comes no other name.
 */
export function mustBeginStatement(tokens: Tokens, index: number): boolean {
  if (!firstOnLine(tokens, index)) return false;
  if (beginsUnknown(tokens, index)) return true;
  if (!t.statementWords.includes(typeAt(tokens, index))) return false;
  const next = typeAt(tokens, index + 1);
  if (next === t.StringText || next === t.NumberLiteral || next === t.If) return true;
  return isName(next) && !mayFollowExpression.has(next);
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
    case "block":
      return beginsDeclaration(tokens, t.blockWords, index) || isUnclosed(tokens, level, index);
    case "data":
      return leads || typeAt(tokens, index - 1) === t.Comma;
    case "solver":
      return typeAt(tokens, index + 1) === t.Colon || isUnclosed(tokens, level, index);
  }
}

/** Two names and a sign that comes only after a declared name: a declaration, even if its keyword is misspelt (`parm k = 1`). */
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
  if (t.noises.has(word)) return isOperand(next);
  switch (word) {
    case t.Data:
      return next === t.StringText || (isName(next) && typeAt(tokens, index + 2) === t.StringText);
    case t.Fn:
      return isName(next) && typeAt(tokens, index + 2) === t.LParen;
    case t.Fit:
    case t.Residual:
      return isOperand(next);
    case t.Loss:
      return isName(next) || next === t.LParen;
    case t.Covariance:
      return next === t.StringText;
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

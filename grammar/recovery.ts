import type { IToken, TokenType } from "chevrotain";
import { laterWords } from "./statements/index.js";
import type { BlockSyntax, ItemSyntax } from "./statements/statement-syntax.js";
import { allStatements, fileBlock, modelBlock, statementOf } from "./syntax-table.js";
import * as t from "./tokens.js";

/**
 * Where to go on after a mistake. Keywords are names elsewhere, so a keyword alone says little: a
 * declaration begins where a keyword comes first on its line (or first in its block) and is
 * followed by what that declaration needs. These guesses are made only where the grammar has failed
 * already; a right file never meets them.
 */

/** What stopped the parser, and what it skipped to go on. */
export interface Mistake {
  /** What it stands in. */
  readonly block: BlockSyntax;
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
 * @returns the token to report, which is an earlier one where a declaration begins before
 *   `stopped`, and the one to go on at
 */
export function resume(
  tokens: Tokens,
  block: BlockSyntax,
  first: number,
  stopped: number,
): { at: number; resumed: number } {
  let depth = 0;
  let at = stopped;
  for (let i = first; ; i++) {
    const type = typeAt(tokens, i);
    const begin = i > first && depth <= 0 && begins(tokens, block, i);
    // The parser cannot go back, but the report can say that the trouble began earlier.
    if (begin && i < at && block.beginsWith !== "name") at = i;
    if (type === t.LBrace) depth++;
    if (type === t.RBrace) depth--;
    const ends = type === t.End || (depth < 0 && block !== fileBlock);
    if (ends || (begin && i >= stopped)) return { at, resumed: i };
  }
}

/**
 * Whether a data block or the like is left open: a line that can only be the model's next
 * statement, or the next model, follows.
 */
export function isUnclosed(tokens: Tokens, block: BlockSyntax, index: number): boolean {
  if (!firstOnLine(tokens, index)) return false;
  if (tokens[index]?.tokenType === t.Model && tokens[index + 2]?.tokenType === t.LBrace) return true;
  if (block === modelBlock || !beginsItem(tokens, modelBlock, index)) return false;
  if (block.beginsWith === "keyword") return itemAt(tokens, block, index) === undefined;
  if (block.beginsWith === "name and colon") return typeAt(tokens, index + 1) !== t.Colon;
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

/**
 * The words that the grammar has after an expression: those of the same statement, and those that
 * begin the next.
 */
const mayFollowExpression: ReadonlySet<TokenType> = new Set([
  ...fileBlock.items.flatMap(({ keywords }) => keywords),
  ...allStatements.flatMap(({ keywords, afterExpression = [] }) => [...keywords, ...afterExpression]),
]);

/**
 * Whether a line begins with a word that can only begin a statement, and not be a name in an
 * expression that goes on from the line before. This is no guess: after a name in an expression
 * comes no other name.
 */
export function mustBeginStatement(tokens: Tokens, index: number): boolean {
  if (!firstOnLine(tokens, index)) return false;
  if (beginsUnknown(tokens, index)) return true;
  if (statementOf(typeAt(tokens, index)) === undefined) return false;
  const next = typeAt(tokens, index + 1);
  if (next === t.StringText || next === t.NumberLiteral || next === t.If) return true;
  return t.isName(next) && !mayFollowExpression.has(next);
}

function begins(tokens: Tokens, block: BlockSyntax, index: number): boolean {
  const leads =
    firstOnLine(tokens, index) || typeAt(tokens, index - 1) === t.RBrace || typeAt(tokens, index - 1) === t.LBrace;
  if (block === fileBlock) return leads && beginsItem(tokens, block, index);
  if (block === modelBlock) return leads && beginsStatement(tokens, index);
  switch (block.beginsWith) {
    case "keyword":
      return beginsItem(tokens, block, index) || isUnclosed(tokens, block, index);
    case "name":
      return leads || typeAt(tokens, index - 1) === t.Comma;
    case "name and colon":
      return typeAt(tokens, index + 1) === t.Colon || isUnclosed(tokens, block, index);
  }
}

function beginsStatement(tokens: Tokens, index: number): boolean {
  return (
    beginsItem(tokens, modelBlock, index) ||
    beginsLater(tokens, index) ||
    beginsUnknown(tokens, index) ||
    isUnclosed(tokens, modelBlock, index)
  );
}

/**
 * Two names and a sign that comes only after a declared name: a declaration, even if its keyword is
 * misspelt (`parm k = 1`).
 */
function beginsUnknown(tokens: Tokens, index: number): boolean {
  const after = typeAt(tokens, index + 2);
  const named = t.isName(typeAt(tokens, index)) && t.isName(typeAt(tokens, index + 1));
  return named && (after === t.Equals || after === t.Colon);
}

function beginsLater(tokens: Tokens, index: number): boolean {
  const next = typeAt(tokens, index + 1);
  return laterWords.has(tokens[index]?.image ?? "") && (t.isOperand(next) || next === t.LBrace);
}

/** Whether an item begins here: its keyword, followed by what can follow it. */
function beginsItem(tokens: Tokens, block: BlockSyntax, index: number): boolean {
  const item = itemAt(tokens, block, index);
  if (item === undefined) return false;
  const next = typeAt(tokens, index + 1);
  return item.canFollowKeyword?.(next, typeAt(tokens, index + 2)) ?? t.isName(next);
}

/** The item of a block that has its keyword here. */
function itemAt(tokens: Tokens, block: BlockSyntax, index: number): ItemSyntax | undefined {
  const type = typeAt(tokens, index);
  return block.items.find(({ keywords }) => keywords.includes(type));
}

function typeAt(tokens: Tokens, index: number): TokenType {
  return tokens[index]?.tokenType ?? t.End;
}

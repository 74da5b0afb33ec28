import type { IToken, TokenType } from "chevrotain";
import { laterWords } from "./statements/index.js";
import type { BlockSyntax, ItemSyntax } from "./statements/statement-syntax.js";
import { allStatements, fileBlock, modelBlock, statementOf } from "./syntax-table.js";
import * as t from "./tokens.js";

/**
 * Decides where parsing continues after a mistake. Keywords can be names elsewhere, so a keyword by
 * itself is not enough: a declaration begins where a keyword comes first on its line (or first in
 * its block) and is followed by what that declaration needs. These heuristics run only after the
 * parser has failed; a correct file never reaches them.
 */

/** A mistake: what stopped the parser, and what was skipped to continue. */
export interface Mistake {
  /** The block in which the mistake was found. */
  readonly block: BlockSyntax;
  /**
   * Token indices: where the declaration began, where it went wrong, and where parsing continued.
   */
  readonly first: number;
  readonly at: number;
  readonly resumed: number;
  /** What the grammar expected instead, in terms of the language. */
  readonly expected: string;
}

type Tokens = readonly IToken[];

/** The index that the parser stored in a token. */
export function indexOf(token: IToken): number {
  return token.payload as number;
}

/**
 * @param first index of the declaration's first token
 * @param stopped index of the token that the grammar could not use
 * @returns the token to report, which is an earlier one if a declaration begins before `stopped`,
 * and the token at which to continue
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
    // The parser cannot go back, but the report can point to the earlier token where the problem
    // began.
    if (begin && i < at && block.beginsWith !== "name") at = i;
    if (type === t.LBrace) depth++;
    if (type === t.RBrace) depth--;
    const ends = type === t.End || (depth < 0 && block !== fileBlock);
    if (ends || (begin && i >= stopped)) return { at, resumed: i };
  }
}

/**
 * Whether a data block or an option block was never closed, because the line here can only be the
 * next statement of the model, or the next model.
 */
export function isUnclosed(tokens: Tokens, block: BlockSyntax, index: number): boolean {
  if (!firstOnLine(tokens, index)) return false;
  const named = t.isName(typeAt(tokens, index + 1)) && typeAt(tokens, index + 2) === t.LBrace;
  if (typeAt(tokens, index) === t.Model && named) return true;
  if (block === modelBlock || !beginsItem(tokens, modelBlock, index)) return false;
  if (block.beginsWith === "keyword") return itemAt(tokens, block, index) === undefined;
  if (block.beginsWith === "name and colon") return typeAt(tokens, index + 1) !== t.Colon;
  // A line that declares columns never contains '=' or '~'.
  for (let i = index + 1; !firstOnLine(tokens, i); i++) {
    const type = typeAt(tokens, i);
    if (type === t.Equals || type === t.Tilde) return true;
    if (type === t.End || type === t.RBrace) return false;
  }
  return false;
}

/** Whether a token is the first on its line. */
export function firstOnLine(tokens: Tokens, index: number): boolean {
  return tokens[index]?.startLine !== tokens[index - 1]?.startLine;
}

/**
 * The words that can follow an expression: further words of the same statement, and the words that
 * begin the next one.
 */
const mayFollowExpression: ReadonlySet<TokenType> = new Set([
  ...fileBlock.items.flatMap(({ keywords }) => keywords),
  ...allStatements.flatMap(({ keywords, afterExpression = [] }) => [...keywords, ...afterExpression]),
]);

/**
 * Whether the word at the beginning of a line can only begin a statement, and cannot be a name in
 * an expression continued from the line before. This is not a heuristic: in an expression, a name
 * never follows another name.
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
 * Two names and a sign that only follows a declared name: a declaration, even if its keyword is
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

/** Whether an item begins here: one of its keywords, followed by something that can follow it. */
function beginsItem(tokens: Tokens, block: BlockSyntax, index: number): boolean {
  const item = itemAt(tokens, block, index);
  if (item === undefined) return false;
  const next = typeAt(tokens, index + 1);
  return item.canFollowKeyword?.(next, typeAt(tokens, index + 2)) ?? t.isName(next);
}

/** The item of a block that begins with the keyword at this index. */
function itemAt(tokens: Tokens, block: BlockSyntax, index: number): ItemSyntax | undefined {
  const type = typeAt(tokens, index);
  return block.items.find(({ keywords }) => keywords.includes(type));
}

function typeAt(tokens: Tokens, index: number): TokenType {
  return tokens[index]?.tokenType ?? t.End;
}

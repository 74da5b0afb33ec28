import type { IToken } from "chevrotain";
import { messageTemplates as messages } from "../messages.js";
import type { Problem } from "../problem.js";
import * as t from "../tokens.js";
import { type Attempt, writeInstead } from "./attempt.js";
import { dataAttempts } from "./data.js";
import { fitAttempts, rowAttempts } from "./fits.js";
import { paramAttempts } from "./params.js";
import { equationAttempts, loneAttempts, scriptAttempts, statementAttempts } from "./statements.js";

type Tokens = readonly IToken[];

/** As many tokens of a line, and before it, are looked at. */
const furthest = 100;
const furthestBrace = 2000;

const inModel = [...paramAttempts, ...rowAttempts, ...fitAttempts, ...statementAttempts, ...equationAttempts];
const inFile = [...scriptAttempts, ...statementAttempts, ...loneAttempts, ...fitAttempts, ...paramAttempts];
const attempts: Readonly<Record<Place, readonly Attempt[]>> = { data: dataAttempts, model: inModel, file: inFile };

/**
 * What to write instead, for a syntax error in a line that would be right in another program. Such
 * lines are recognised as a whole: what stopped the parser says little of what was meant.
 */
export function hintAt(text: string, tokens: Tokens, { message, span }: Problem): string | null {
  const offset = span.start;
  if (!isVague(message.code, text.charAt(offset))) return null;
  const at = indexAt(tokens, offset);
  const [start, end] = lineAround(tokens, at);
  const line = text.slice(start, Math.min(end, start + furthest * 3)).match(/^.*/u)?.[0] ?? "";
  return writeInstead((line.replace(/\/\/.*/, "").match(word) ?? []).join(" "), attempts[placeOf(tokens, at)]);
}

/** The words of a line, as in any language. */
const word =
  /"[^"]*"?|'[^']*'?|`[^`]*`?|[\p{L}_][\p{L}\p{M}\p{Nd}_]*|(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:e[+-]?\d+)?|\+\/-|\.\.|:=|[<>=!]=|\*\*|&&|\|\||\S/giu;

/** Whether the message of an error says only what is wrong. The others say what to write. */
function isVague(code: string, character: string): boolean {
  return vague.has(code) || (code === messages.foreignSyntax.code && /['!\u2018-\u201f]/.test(character));
}

const vague: ReadonlySet<string> = new Set([
  messages.unexpectedToken.code,
  messages.incompleteStatement.code,
  messages.unexpectedCharacter.code,
  messages.unknownStatement.code,
  messages.statementOutsideModel.code,
  messages.reservedWordAsName.code,
  messages.fitWithEquals.code,
]);

/** The last token that begins at or before an offset. */
function indexAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tokens[middle]?.startOffset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a line begins, and the next declaration or brace, which may be on a later line. */
function lineAround(tokens: Tokens, at: number): readonly [start: number, end: number] {
  const line = tokens[at]?.startLine;
  const isThere = (i: number): boolean => tokens[i]?.startLine === line && tokens[i]?.tokenType !== t.End;
  const isBrace = (i: number): boolean => ["{", "}"].includes(tokens[i]?.image ?? "");
  let first = at;
  while (isThere(first - 1) && !isBrace(first - 1) && at - first < furthest && !begins(tokens, first)) first--;
  let end = at + 1;
  while (isThere(end) && !isBrace(end) && end - at < furthest && !begins(tokens, end)) end++;
  return [tokens[first]?.startOffset ?? 0, tokens[end]?.startOffset ?? Number.POSITIVE_INFINITY];
}

const keywords: ReadonlySet<string> = new Set([
  "param",
  "fit",
  "let",
  "const",
  "derive",
  "fn",
  "data",
  "input",
  "model",
]);

/** Whether a word can only begin a declaration, even in the middle of a line. */
function begins(tokens: Tokens, index: number): boolean {
  const next = tokens[index + 1]?.tokenType ?? t.End;
  return keywords.has(tokens[index]?.image ?? "") && (t.isName(next) || next === t.StringText);
}

type Place = "data" | "model" | "file";

/** The block that a token is in. */
function placeOf(tokens: Tokens, at: number): Place {
  let depth = 0;
  for (let i = at - 1; i >= 0 && at - i < furthestBrace; i--) {
    const image = tokens[i]?.image;
    if (image === "}") depth++;
    if (image !== "{" || depth-- > 0) continue;
    const isData = [tokens[i - 2], tokens[i - 4]].some((token) => token?.image === "data");
    // Any other block is inside a model.
    return isData ? "data" : "model";
  }
  return "file";
}

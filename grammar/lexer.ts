import { type IToken, Lexer, type TokenType } from "chevrotain";
import type { Message, SourceFile } from "../diagnostics/index.js";
import { replacementOf } from "./foreign.js";
import { warnOfHidden } from "./hidden-characters.js";
import { messageTemplates as messages } from "./messages.js";
import type { Comment } from "./nodes.js";
import type { Problem } from "./problem.js";
import { endOf, numberValue, spanOf, unquote } from "./token-text.js";
import * as t from "./tokens.js";
import { spellings } from "./vocabulary.js";

export interface LexedFile {
  /**
   * The tokens with their lines and end offsets; words and punctuation have their final type. The
   * last token is `End`.
   */
  readonly tokens: readonly IToken[];
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
  /** Kept apart from the problems, which keep later stages from reporting theirs. */
  readonly warnings: readonly Problem[];
}

/**
 * The longest file that is read: a longer one would take gigabytes and minutes. A sum of a hundred
 * thousand terms has two hundred thousand tokens.
 */
const mostTokens = 250_000;
const mostCharacters = 4_000_000;

const lexer = new Lexer([...t.patterns], { skipValidations: true, positionTracking: "onlyOffset", safeMode: false });

/**
 * Splits a text into tokens and comments. It never fails: text that is not a token of the language
 * is reported, and then left out or read as what was meant (`&&` as `and`, `2x` as `2 * x`), so
 * that one mistake gives one error.
 */
export function lex(source: SourceFile): LexedFile {
  const { text } = source;
  const problems: Problem[] = [];
  const nul = text.indexOf("\0");
  if (nul >= 0) return unread(text, { message: messages.nulByteInSource(), span: { start: nul, end: nul + 1 } });
  if (text.length > mostCharacters) {
    const message = messages.fileTooLong({ limit: `${mostCharacters / 1e6} million characters` });
    return unread(text, { message, span: { start: 0, end: 0 } });
  }
  const { tokens: raw, groups } = lexer.tokenize(text);
  const excess = raw[mostTokens];
  if (excess !== undefined) {
    const message = messages.fileTooLong({ limit: `${mostTokens / 1000} thousand words, numbers and signs` });
    return unread(text, { message, span: { start: excess.startOffset, end: excess.startOffset } });
  }
  const comments = (groups["comments"] ?? []).map((token) => toComment(token, problems));
  const tokens: IToken[] = [];
  let previous: IToken | undefined;
  let line = 1;
  for (const token of raw) {
    line += lineBreaks(text, previous?.startOffset ?? 0, token.startOffset);
    token.startLine = line;
    token.endOffset = token.startOffset + token.image.length - 1;
    const adjacent = previous !== undefined && endOf(previous) === token.startOffset;
    if (isStray(token, previous)) reportStray(token, problems);
    else if (adjacent && previous?.tokenType === t.NumberLiteral) afterNumber(previous, token, tokens, problems);
    else admit(token, tokens, problems);
    previous = token;
  }
  line += lineBreaks(text, previous?.startOffset ?? 0, text.length);
  tokens.push(endToken(text.length, line));
  return { tokens, comments, problems, warnings: warnOfHidden(text, tokens, comments) };
}

/** A text of which nothing is read. */
function unread(text: string, problem: Problem): LexedFile {
  return { tokens: [endToken(text.length, 1)], comments: [], problems: [problem], warnings: [] };
}

function endToken(offset: number, line: number): IToken {
  const tokenTypeIdx = t.End.tokenTypeIdx as number;
  return { image: "", startOffset: offset, endOffset: offset - 1, startLine: line, tokenType: t.End, tokenTypeIdx };
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}

function toComment(token: IToken, problems: Problem[]): Comment {
  const span = spanOf(token);
  if (token.tokenType === t.BlockComment && (token.image.length < 4 || !token.image.endsWith("*/"))) {
    problems.push({ message: messages.unclosedComment(), span: { start: span.start, end: span.start + 2 } });
  }
  const style = token.tokenType === t.DocComment ? "doc" : token.tokenType === t.LineComment ? "line" : "block";
  return { style, text: token.image, span };
}

/** Gives a token its final type, checks it, and adds it to the list. */
function admit(token: IToken, tokens: IToken[], problems: Problem[]): void {
  const type = token.tokenType;
  if (type === t.Word || type === t.Punctuation) {
    retype(token, spellings.get(token.image) ?? type);
  } else {
    const message = flaw(token);
    if (message !== null) problems.push({ message, span: spanOf(token) });
    if (type === t.ModulePrefix) return;
    if (type === t.Foreign) {
      const replacement = replacementOf(token.image).type;
      if (replacement === null) return;
      retype(token, replacement);
    }
  }
  tokens.push(token);
}

/** What is wrong with a token that is neither a word nor punctuation, if anything is. */
function flaw({ tokenType, image }: IToken): Message | null {
  switch (tokenType) {
    case t.NumberLiteral:
      if (/__|_(?:$|[.eE])/.test(image)) return messages.malformedNumber({ text: image });
      if (!Number.isFinite(numberValue(image))) return messages.numberTooLarge({ text: image });
      return underflows(image) ? messages.numberTooSmall({ text: image }) : null;
    case t.StringText:
      if (image.length < 2 || !image.endsWith('"')) return messages.unclosedString();
      return unquote(image) === null ? messages.invalidEscape() : null;
    case t.QuotedName:
      if (image.length < 2 || !image.endsWith("`")) return messages.unclosedQuotedName();
      if (image === "``") return messages.emptyQuotedName();
      return unquote(image) === null ? messages.invalidEscape() : null;
    case t.ModulePrefix:
      return messages.functionWithModulePrefix({ prefix: image });
    case t.Foreign: {
      const { what, write } = replacementOf(image);
      return messages.foreignSyntax({ text: what, write });
    }
    default:
      return null;
  }
}

/** Reads `2x` as `2 * x`, and reports `1.2.3` and `2e`, which are not numbers. */
function afterNumber(number: IToken, token: IToken, tokens: IToken[], problems: Problem[]): void {
  const span = { start: number.startOffset, end: endOf(token) };
  const text = number.image + token.image;
  const isWord = token.tokenType === t.Word;
  if ((isWord && /^[eE]_*$/.test(token.image)) || token.image === "." || token.tokenType === t.NumberLiteral) {
    problems.push({ message: messages.malformedNumber({ text }), span });
  } else if (isWord && t.reservedWords.includes(spellings.get(token.image) ?? t.Word) && !isValue(token.image)) {
    admit(token, tokens, problems);
  } else if (isWord || token.tokenType === t.QuotedName) {
    problems.push({ message: messages.letterAfterNumber({ text, number: number.image, name: token.image }), span });
    const times: IToken = { ...token, image: "", startOffset: token.startOffset, endOffset: token.startOffset - 1 };
    retype(times, t.Times);
    tokens.push(times);
    admit(token, tokens, problems);
  } else {
    admit(token, tokens, problems);
  }
}

/** Whether a token begins nothing: a unit such as `%` stands only after `:`, `*`, `/` and `(`. */
function isStray({ tokenType }: IToken, previous: IToken | undefined): boolean {
  if (tokenType === t.UnitSymbol) return previous === undefined || !beforeUnit.has(previous.tokenType);
  return tokenType === t.Stray;
}

const beforeUnit: ReadonlySet<TokenType> = new Set([t.Colon, t.Times, t.Divide, t.LParen]);

function isValue(word: string): boolean {
  return word === "inf" || word === "pi";
}

function reportStray(token: IToken, problems: Problem[]): void {
  const [first = ""] = token.image;
  problems.push({ message: messages.unexpectedCharacter({ text: shown(first) }), span: spanOf(token) });
}

/**
 * A character as a message shows it: by its code point if it is invisible or half of a surrogate
 * pair.
 */
function shown(character: string): string {
  if (/^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(character)) return `'${character}'`;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx as number;
}

/** Whether a number is 0 only because its magnitude is too small to represent. */
function underflows(image: string): boolean {
  return numberValue(image) === 0 && /^[^eE]*[1-9]/.test(image);
}

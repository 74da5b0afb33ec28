import type { CstNode, IToken, TokenType } from "chevrotain";
import { didYouMean, type Message, nearestName } from "../diagnostics/index.js";
import type { ErrorNode, Statement } from "./ast.js";
import { toName } from "./cst.js";
import { endOf, spanOf } from "./lexer.js";
import { grammarMessages as messages } from "./messages.js";
import { endsOperand, startsOperand } from "./nesting.js";
import type { Problem } from "./problem.js";
import { firstOnLine, isName, type Mistake } from "./recovery.js";
import * as t from "./tokens.js";

type Tokens = readonly IToken[];

const statementNames = t.statementWords.map(t.spellingOf);
const closers: ReadonlySet<string> = new Set(["')'", "']'", "')' or ']'"]);

/** Where the problems found before parsing are. */
export class ReportedPlaces {
  readonly any: Places;
  readonly stray: Places;

  constructor(problems: readonly Problem[]) {
    this.any = new Places(problems);
    this.stray = new Places(problems.filter(({ message }) => message.code === messages.unexpectedCharacter.code));
  }
}

class Places {
  private readonly starts: readonly number[];

  constructor(problems: readonly Problem[]) {
    this.starts = problems.map(({ span }) => span.start).sort((a, b) => a - b);
  }

  between(from: number, to: number): boolean {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return (this.starts[low] ?? Number.POSITIVE_INFINITY) <= to;
  }
}

/**
 * What a mistake is in the terms of the language; null where its declaration holds a problem already reported, of which this
 * one is most likely the consequence.
 */
export function explainMistake(mistake: Mistake, tokens: Tokens, reported: ReportedPlaces): Problem | null {
  const { first, at: index } = mistake;
  const end = endOf(at(tokens, index));
  const previous = tokens[first - 1];
  if (reported.any.between(at(tokens, first).startOffset, end)) return null;
  // A stray character just before may have cut the declaration off from its beginning.
  if (reported.stray.between(previous === undefined ? 0 : endOf(previous), end)) return null;
  return atBeginning(mistake, tokens) ?? wrongWord(mistake, tokens) ?? unexpected(mistake, tokens);
}

/** A declaration that does not begin as one. */
function atBeginning({ level, at: index, first }: Mistake, tokens: Tokens): Problem | null {
  if (index !== first) return null;
  const token = at(tokens, index);
  const { image, tokenType } = token;
  const span = spanOf(token);
  if (level !== "data" && t.laterWords.has(image))
    return { message: messages.syntaxNotAvailable({ form: `'${image}'` }), span };
  if (tokenType === t.Per) return { message: messages.syntaxNotAvailable({ form: "'param NAME per GROUP'" }), span };
  if (level === "file" && tokenType === t.RBrace) return { message: messages.unopenedBracket({ closer: "}" }), span };
  if (level === "file" && t.statementWords.includes(tokenType)) {
    return { message: messages.statementOutsideModel({ word: image }), span };
  }
  const leads = firstOnLine(tokens, index) || /^[{}]?$/.test(tokens[index - 1]?.image ?? "");
  if (!leads || !isName(tokenType) || tokenType === t.Model || level === "data") return null;
  return { message: withHelp(messages.unknownStatement({ word: image }), didYouMean(image, wordsOf(level))), span };
}

/** A word where another kind of word belongs. */
function wrongWord({ level, at: index, first, expected }: Mistake, tokens: Tokens): Problem | null {
  const token = at(tokens, index);
  const span = spanOf(token);
  if ((expected === "a name" || expected === "a column name") && t.reservedWords.includes(token.tokenType)) {
    return { message: messages.reservedWordAsName({ word: token.image }), span };
  }
  if (token.tokenType === t.In && tokens[index - 3]?.image === "sum" && tokens[index - 2]?.tokenType === t.LParen) {
    return { message: messages.syntaxNotAvailable({ form: "'sum(i in ...)'" }), span };
  }
  const begin = at(tokens, first);
  const isQuotable = begin.tokenType === t.Where || begin.tokenType === t.Missing || begin.tokenType === t.From;
  if (level === "data" && isQuotable && (index === first || (index === first + 1 && !startsOperand(token.tokenType)))) {
    return { message: messages.unquotedColumnName({ word: begin.image }), span: spanOf(begin) };
  }
  return level === "data" ? misspeltWhere(index, tokens) : null;
}

/** `whre x > 1` in a data block is two columns up to the operator. */
function misspeltWhere(index: number, tokens: Tokens): Problem | null {
  const [word, name, operator] = [tokens[index - 2], tokens[index - 1], at(tokens, index)];
  const isOperator = operator.tokenType.CATEGORIES?.includes(t.BinaryOperator) === true;
  if (word === undefined || name === undefined || !isOperator || !isName(word.tokenType)) return null;
  const help = isName(name.tokenType) ? didYouMean(word.image, [t.spellingOf(t.Where)]) : null;
  if (help === null) return null;
  const message = messages.unexpectedToken({ found: shown(word), expected: "a column, 'where' or 'missing'" });
  return { message: withHelp(message, help), span: spanOf(word) };
}

function unexpected(mistake: Mistake, tokens: Tokens): Problem {
  const { at: index, first, level } = mistake;
  const token = at(tokens, index);
  const previous = tokens[index - 1];
  const inside = index > first && previous !== undefined;
  const ends = token.tokenType === t.End || token.tokenType === t.RBrace || firstOnLine(tokens, index);
  if (inside && ends && closers.has(mistake.expected)) {
    const opener = openerBefore(tokens, index);
    if (opener !== undefined) {
      const closer = opener.image === "(" ? ")" : "]";
      return { message: messages.unclosedBracket({ opener: opener.image, closer }), span: spanOf(opener) };
    }
  }
  const juxtaposed = previous !== undefined && !firstOnLine(tokens, index) && endsOperand(previous.tokenType);
  const afterEnd = level === "model" && !inside && juxtaposed;
  const expected = !afterEnd
    ? mistake.expected
    : tokens[index - 2]?.tokenType === t.Param
      ? "'=', 'in' or 'fixed'"
      : "an operator or a new statement";
  const next = tokens[index + 1]?.tokenType ?? t.End;
  const help = helpFor(expected, token, next, juxtaposed, at(tokens, first).tokenType);
  if (inside && ends && token.tokenType !== t.RBrace) {
    const message = messages.incompleteStatement({ expected, previous: shown(previous) });
    return { message: withHelp(message, help), span: spanOf(previous) };
  }
  return { message: withHelp(messages.unexpectedToken({ found: shown(token), expected }), help), span: spanOf(token) };
}

function helpFor(
  expected: string,
  token: IToken,
  next: TokenType,
  juxtaposed: boolean,
  statement: TokenType,
): string | null {
  if (
    token.tokenType === t.Equals &&
    (expected === "'then'" || expected.includes("operator") || closers.has(expected))
  ) {
    return "compare two values with '=='";
  }
  if (juxtaposed && isName(token.tokenType) && expected.includes("statement") && isName(next)) {
    const suggestion = didYouMean(token.image, statementNames);
    if (suggestion !== null) return suggestion;
  }
  if (juxtaposed && (startsOperand(token.tokenType) || token.tokenType === t.LParen)) {
    if (expected.includes("operator") || closers.has(expected)) return "write a product with '*'";
  }
  if (expected === "'then'" || expected === "'else'") return "write both branches of an 'if': if ... then ... else ...";
  if (expected === "'~'") {
    return statement === t.Prior ? "write 'prior k ~ normal(0.5, 0.1)'" : "write 'fit observed ~ predicted'";
  }
  if (expected === "'<'") return "write the smaller name first: 'order a < b < c'";
  if (expected.startsWith("a column, ") && token.tokenType === t.StringText) {
    return "write the name that a column has in the file after 'from'";
  }
  return null;
}

function wordsOf(level: Mistake["level"]): readonly string[] {
  const words = level === "file" ? t.fileWords : level === "block" ? t.blockWords : t.statementWords;
  return words.map(t.spellingOf);
}

/** The opening bracket that is open before a token. */
function openerBefore(tokens: Tokens, index: number): IToken | undefined {
  let depth = 0;
  for (let i = index - 1; i >= 0; i--) {
    const token = at(tokens, i);
    if (token.tokenType === t.RParen || token.tokenType === t.RSquare) depth++;
    if ((token.tokenType === t.LParen || token.tokenType === t.LSquare) && depth-- === 0) return token;
  }
  return undefined;
}

/**
 * What stands in the tree for what was skipped. Where the name of the declaration can be read, it is declared all the same,
 * so that its uses are not reported as well.
 */
export function recoveredNode(mistake: Mistake, tokens: Tokens): Statement {
  const first = at(tokens, mistake.first);
  const span = { start: first.startOffset, end: endOf(at(tokens, mistake.resumed - 1)) };
  const error: ErrorNode = { kind: "error", span };
  if (mistake.at === mistake.first && t.laterWords.has(first.image)) return { kind: "later", word: first.image, span };
  const second = tokens[mistake.first + 1];
  if (second === undefined || !isName(second.tokenType) || mistake.resumed < mistake.first + 2) return error;
  const known = statementNames.includes(first.image);
  const word = known ? first.image : isName(first.tokenType) ? nearestName(first.image, statementNames) : null;
  const declared = { name: toName(second), unit: null, doc: null, span };
  switch (word) {
    case "param":
      return { kind: "param", ...declared, start: error, interval: null, fixed: false };
    case "const":
    case "let":
    case "derive":
      return { kind: word, ...declared, value: error };
    case "fn":
      return { kind: "fn", name: declared.name, params: parametersOf(mistake, tokens), body: error, doc: null, span };
    default:
      return error;
  }
}

function parametersOf({ first, resumed }: Mistake, tokens: Tokens): ReturnType<typeof toName>[] {
  const names: ReturnType<typeof toName>[] = [];
  if (tokens[first + 2]?.tokenType !== t.LParen) return names;
  for (let i = first + 3; i < resumed && tokens[i]?.tokenType !== t.RParen; i++) {
    const token = at(tokens, i);
    if (isName(token.tokenType)) names.push(toName(token));
  }
  return names;
}

export function recoveredNodes(mistakes: ReadonlyMap<CstNode, Mistake>, tokens: Tokens): (cst: CstNode) => Statement {
  return (cst) => {
    const mistake = mistakes.get(cst);
    if (mistake === undefined) throw new Error("fitc bug: something was skipped without a mistake");
    return recoveredNode(mistake, tokens);
  };
}

function withHelp(message: Message, help: string | null): Message {
  return help === null ? message : { ...message, help };
}

function shown(token: IToken): string {
  if (token.tokenType === t.End) return "the end of the file";
  return token.image.length > 40 ? `'${token.image.slice(0, 40)}...'` : `'${token.image}'`;
}

function at(tokens: Tokens, index: number): IToken {
  const token = tokens[index];
  if (token === undefined) throw new Error("fitc bug: a mistake beyond the tokens");
  return token;
}

import type { CstNode, IToken, TokenType } from "chevrotain";
import { didYouMean, nearestName } from "../diagnostics/index.js";
import type { Statement } from "./ast.js";
import { toName } from "./cst.js";
import { messageTemplates as messages } from "./messages.js";
import type { ErrorNode } from "./nodes.js";
import { type Problem, withHelp } from "./problem.js";
import { firstOnLine, type Mistake } from "./recovery.js";
import { laterWords } from "./statements/index.js";
import { allStatements, fileBlock, modelBlock, statementOf, wordsOf } from "./syntax-table.js";
import { endOf, shown, spanOf } from "./token-text.js";
import * as t from "./tokens.js";

type Tokens = readonly IToken[];

const statementNames = wordsOf(modelBlock);
const reservedForms = new Map(allStatements.flatMap((statement) => [...(statement.reservedForms ?? [])]));
const closers: ReadonlySet<string> = new Set(["')'", "']'", "')' or ']'"]);

/** The places of the problems that were found before parsing. */
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
 * Describes a mistake in terms of the language. Null if its declaration contains a problem that is
 * already reported, because the mistake is most likely a consequence of it.
 */
export function explainMistake(mistake: Mistake, tokens: Tokens, reported: ReportedPlaces): Problem | null {
  const { first, at: index } = mistake;
  const end = endOf(at(tokens, index));
  const previous = tokens[first - 1];
  if (reported.any.between(at(tokens, first).startOffset, end)) return null;
  // A stray character just before may have separated the declaration from its beginning.
  if (reported.stray.between(previous === undefined ? 0 : endOf(previous), end)) return null;
  return atBeginning(mistake, tokens) ?? wrongWord(mistake, tokens) ?? unexpected(mistake, tokens);
}

/** A declaration with a wrong beginning. */
function atBeginning({ block, at: index, first }: Mistake, tokens: Tokens): Problem | null {
  if (index !== first) return null;
  const token = at(tokens, index);
  const { image, tokenType } = token;
  const span = spanOf(token);
  if (block.beginsWith !== "name" && laterWords.has(image))
    return { message: messages.syntaxNotAvailable({ form: `'${image}'` }), span };
  const reserved = reservedForms.get(tokenType);
  if (reserved !== undefined) return { message: messages.syntaxNotAvailable({ form: reserved }), span };
  if (block === fileBlock && tokenType === t.RBrace) {
    return { message: messages.unopenedBracket({ closer: "}" }), span };
  }
  if (block === fileBlock && statementOf(tokenType) !== undefined) {
    return { message: messages.statementOutsideModel({ word: image }), span };
  }
  const leads = firstOnLine(tokens, index) || /^[{}]?$/.test(tokens[index - 1]?.image ?? "");
  if (!leads || !t.isName(tokenType) || tokenType === t.Model || block.beginsWith === "name") return null;
  const words = block.beginsWith === "keyword" ? wordsOf(block) : statementNames;
  return { message: withHelp(messages.unknownStatement({ word: image }), didYouMean(image, words)), span };
}

/** A word where a different kind of word is expected. */
function wrongWord({ block, at: index, first, expected }: Mistake, tokens: Tokens): Problem | null {
  const token = at(tokens, index);
  const span = spanOf(token);
  if ((expected === "a name" || expected === "a column name") && t.reservedWords.includes(token.tokenType)) {
    return { message: messages.reservedWordAsName({ word: token.image }), span };
  }
  if (token.tokenType === t.In && tokens[index - 3]?.image === "sum" && tokens[index - 2]?.tokenType === t.LParen) {
    return { message: messages.syntaxNotAvailable({ form: "'sum(i in ...)'" }), span };
  }
  return block.explain?.(tokens, first, index) ?? null;
}

function unexpected(mistake: Mistake, tokens: Tokens): Problem {
  const { at: index, first, block } = mistake;
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
  const juxtaposed = previous !== undefined && !firstOnLine(tokens, index) && t.endsOperand(previous.tokenType);
  const afterEnd = block === modelBlock && !inside && juxtaposed;
  const expected = !afterEnd
    ? mistake.expected
    : (statementOf(tokens[index - 2]?.tokenType ?? t.End)?.afterName ?? "an operator or a new statement");
  const next = tokens[index + 1]?.tokenType ?? t.End;
  const help =
    helpFor(expected, token, next, juxtaposed) ??
    statementOf(at(tokens, first).tokenType)?.help?.(expected, token.tokenType) ??
    block.help?.(expected, token.tokenType) ??
    null;
  if (inside && ends && token.tokenType !== t.RBrace) {
    const message = messages.incompleteStatement({ expected, previous: shown(previous) });
    return { message: withHelp(message, help), span: spanOf(previous) };
  }
  return { message: withHelp(messages.unexpectedToken({ found: shown(token), expected }), help), span: spanOf(token) };
}

function helpFor(expected: string, token: IToken, next: TokenType, juxtaposed: boolean): string | null {
  if (
    token.tokenType === t.Equals &&
    (expected === "'then'" || expected.includes("operator") || closers.has(expected))
  ) {
    return "compare two values with '=='";
  }
  if (juxtaposed && t.isName(token.tokenType) && expected.includes("statement") && t.isName(next)) {
    const suggestion = didYouMean(token.image, statementNames);
    if (suggestion !== null) return suggestion;
  }
  const isScaleWord = token.tokenType === t.Absolute || token.tokenType === t.Relative;
  if (juxtaposed && !isScaleWord && (t.startsOperand(token.tokenType) || token.tokenType === t.LParen)) {
    if (expected.includes("operator") || closers.has(expected)) return "write a product with '*'";
  }
  if (expected === "'then'" || expected === "'else'") return "write both branches of an 'if': if ... then ... else ...";
  return null;
}

/** The innermost bracket that is still open before a token. */
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
 * The tree node for text that the parser skipped. If the name of the declaration can be read, it is
 * declared anyway, so that its uses are not reported as unknown.
 */
export function recoveredNode(mistake: Mistake, tokens: Tokens): Statement {
  const first = at(tokens, mistake.first);
  const span = { start: first.startOffset, end: endOf(at(tokens, mistake.resumed - 1)) };
  const error: ErrorNode = { kind: "error", span };
  if (mistake.at === mistake.first && laterWords.has(first.image)) return { kind: "later", word: first.image, span };
  // Other blocks, such as that of solver options, cannot contain a declaration.
  if (mistake.block !== fileBlock && mistake.block !== modelBlock) return error;
  const second = tokens[mistake.first + 1];
  if (second === undefined || !t.isName(second.tokenType) || mistake.resumed < mistake.first + 2) return error;
  const known = statementNames.includes(first.image);
  const word = known ? first.image : t.isName(first.tokenType) ? nearestName(first.image, statementNames) : null;
  const syntax = allStatements.find(({ keywords }) => keywords.some((keyword) => t.spellingOf(keyword) === word));
  if (syntax?.recover === undefined) return error;
  const fields = syntax.recover(toName(second), tokens.slice(mistake.first + 2, mistake.resumed), error);
  // The table pairs each kind with its fields, but the type checker cannot see that.
  return { kind: syntax.kind, ...fields, doc: null, span } as Statement;
}

export function recoveredNodes(mistakes: ReadonlyMap<CstNode, Mistake>, tokens: Tokens): (cst: CstNode) => Statement {
  return (cst) => {
    const mistake = mistakes.get(cst);
    if (mistake === undefined) throw new Error("fitc bug: something was skipped without a mistake");
    return recoveredNode(mistake, tokens);
  };
}

function at(tokens: Tokens, index: number): IToken {
  const token = tokens[index];
  if (token === undefined) throw new Error("fitc bug: a mistake beyond the tokens");
  return token;
}

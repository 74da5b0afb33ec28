import type { SourceFile, Span, StageResult } from "../diagnostics/index.js";
import type { FileAst } from "./ast.js";
import { AstBuilder } from "./build-ast.js";
import { DocComments } from "./docs.js";
import { hintAt } from "./hints/index.js";
import { type LexedFile, lex } from "./lexer.js";
import { messageTemplates as messages } from "./messages.js";
import { explainMistake, ReportedPlaces, recoveredNodes } from "./mistakes.js";
import { checkNesting } from "./nesting.js";
import { FitParser } from "./parser.js";
import { type Problem, withProblems } from "./problem.js";
import { spanOf } from "./token-text.js";

// Created once, because Chevrotain analyses the grammar whenever a parser is created. It keeps no
// state from one parse to the next.
const parser = new FitParser({ skipValidations: true });

/**
 * Parses a `.fit` file. The tree contains every declaration that could be read. In place of one
 * that could not there is an error node, or the declaration itself with an error node for its
 * expression.
 */
export function parse(source: SourceFile): StageResult<FileAst> {
  const span = { start: 0, end: source.text.length };
  const lexed = lex(source);
  const nesting = checkNesting(lexed.tokens);
  const problems: Problem[] = [...lexed.problems];
  const swallowed = problems.some(({ message }) => message.code === messages.unclosedComment.code);
  // An unclosed comment swallows every bracket after it.
  if (!swallowed) problems.push(...nesting.problems);
  const blank = blankFile(lexed, span);
  if (problems.length === 0 && blank !== null) problems.push(blank);
  if (nesting.tooDeep || blank !== null) {
    return withProblems(
      { kind: "file", items: [], comments: lexed.comments, span },
      [...problems, ...lexed.warnings],
      source,
    );
  }
  const { ast, orphans } = parseTokens(lexed, problems, source, span);
  // A comment next to a mistake often documents something that could not be read.
  if (problems.length === 0) problems.push(...orphans);
  const hint = (problem: Problem) => hintAt(source.text, lexed.tokens, problem);
  return withProblems(ast, [...problems, ...lexed.warnings], source, hint);
}

function parseTokens(
  { tokens, comments }: LexedFile,
  problems: Problem[],
  source: SourceFile,
  span: Span,
): { readonly ast: FileAst; readonly orphans: readonly Problem[] } {
  const { root, mistakes, unclosed } = parser.parse(tokens);
  const swallowed = problems.some(({ message }) => message.code === messages.unclosedComment.code);
  const before = new ReportedPlaces(problems);
  for (const mistake of mistakes.values()) {
    const problem = explainMistake(mistake, tokens, before);
    if (problem !== null) problems.push(problem);
  }
  for (const opener of swallowed ? [] : unclosed) {
    problems.push({ message: messages.unclosedBracket({ opener: "{", closer: "}" }), span: spanOf(opener) });
  }
  const docs = new DocComments(root, tokens, comments, source.text);
  const builder = new AstBuilder(docs, recoveredNodes(mistakes, tokens), problems);
  const ast = builder.file(root, comments, span);
  const orphans = docs.orphans.map((comment) => ({ message: messages.unattachedDocComment(), span: comment.span }));
  return { ast, orphans };
}

/** An empty file has an error of its own, rather than "expected 'model'". */
function blankFile({ tokens, comments }: LexedFile, { end }: Span): Problem | null {
  if (tokens.length > 1) return null;
  const but =
    comments.length > 0 ? ": it holds only comments" : end > 0 ? ": it holds only white space" : ": it is empty";
  return { message: messages.noModel({ but }), span: { start: 0, end: 0 } };
}

/** A token as `fitc explain --stage tokens` shows it. */
export interface Token {
  /**
   * The quoted spelling of a keyword or punctuation; for any other token, what kind of token it is.
   */
  readonly kind: string;
  readonly text: string;
  readonly span: Span;
}

/** The tokens of a file, without comments. */
export function tokenize(source: SourceFile): StageResult<readonly Token[]> {
  const { tokens, problems, warnings } = lex(source);
  const shown = tokens.slice(0, -1).map((token) => ({
    kind: token.tokenType.LABEL ?? token.tokenType.name,
    text: token.image,
    span: spanOf(token),
  }));
  return withProblems(shown, [...problems, ...warnings], source);
}

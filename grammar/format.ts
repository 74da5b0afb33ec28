import type { IToken } from "chevrotain";
import { hasErrors, type SourceFile, type StageResult } from "../diagnostics/index.js";
import { type Layout, layoutOf } from "./layout.js";
import { lex } from "./lexer.js";
import type { Comment } from "./nodes.js";
import { parse } from "./parse.js";
import { statementOf } from "./syntax-table.js";
import { endOf } from "./token-text.js";
import * as t from "./tokens.js";

/**
 * Formats a file with canonical spaces and indentation, one statement per line. Everything that the
 * author chose deliberately is kept: comments, line breaks within a long expression, parentheses,
 * single blank lines between statements, and blocks written on one line. A file with syntax errors
 * is returned unchanged, and the diagnostics say why.
 */
export function format(source: SourceFile): StageResult<string> {
  const { value: ast, diagnostics } = parse(source);
  if (hasErrors(diagnostics)) return { value: source.text, diagnostics };
  const { tokens, comments } = lex(source);
  const writer = new Writer(source.text, layoutOf(ast, tokens));
  for (const element of inOrder(tokens, comments)) writer.write(element);
  return { value: writer.finish(), diagnostics };
}

/** A token or a comment, and the token after it. */
interface Element {
  readonly token: IToken | null;
  readonly comment: Comment | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly next: IToken;
}

function inOrder(tokens: readonly IToken[], comments: readonly Comment[]): readonly Element[] {
  const elements: Element[] = [];
  let taken = 0;
  for (const token of tokens) {
    for (let comment = comments[taken]; comment !== undefined; comment = comments[++taken]) {
      if (comment.span.start > token.startOffset) break;
      const text = comment.text.replace(/\r\n?/g, "\n").trimEnd();
      elements.push({ token: null, comment, text, ...comment.span, next: token });
    }
    if (token.tokenType === t.End) break;
    elements.push({
      token,
      comment: null,
      text: token.image,
      start: token.startOffset,
      end: endOf(token),
      next: token,
    });
  }
  return elements;
}

class Writer {
  private readonly out: string[] = [];
  /** For each comment at the end of a line, the index in `out` of the space before it. */
  private readonly gaps: number[] = [];
  /** For each open brace, whether its block stays on one line. */
  private readonly blocks: boolean[] = [];
  private previous: Element | null = null;
  private beforePrevious: IToken | null = null;
  /** Whether the previous element is a comment that comes first on its line. */
  private leading = false;
  private unitEnd = 0;

  constructor(
    private readonly text: string,
    private readonly layout: Layout,
  ) {}

  write(element: Element): void {
    const { token, start } = element;
    const closes = token?.tokenType === t.RBrace;
    const oneLine = this.blocks.at(-1) === true;
    if (closes) this.blocks.pop();
    this.unitEnd = Math.max(this.unitEnd, this.layout.unitEnds.get(start) ?? 0);
    const separator = this.separator(element, oneLine);
    this.leading = element.comment !== null && (separator.includes("\n") || this.previous === null);
    if (separator === " " && element.comment !== null && element.comment.style !== "block")
      this.gaps.push(this.out.length);
    this.out.push(separator, element.text);
    if (token?.tokenType === t.LBrace) this.blocks.push(this.isOneLine(start));
    if (this.previous?.token != null) this.beforePrevious = this.previous.token;
    this.previous = element;
  }

  finish(): string {
    alignGaps(this.out, this.gaps);
    return this.out.length === 0 ? "" : `${this.out.join("")}\n`;
  }

  private separator(element: Element, oneLine: boolean): string {
    const { previous } = this;
    if (previous === null) return "";
    const { token, comment } = element;
    const breaks = this.breaksBefore(element);
    const mustBreak = previous.comment !== null && previous.comment.style !== "block";
    if (comment !== null) {
      if (breaks === 0 && !mustBreak) return " ";
      return this.isBetween(element.next) ? this.newLine(breaks, false) : this.continuation();
    }
    if (token?.tokenType === t.RBrace) {
      if (previous.token?.tokenType === t.LBrace) return "";
      return oneLine ? " " : this.newLine(0, true);
    }
    if (this.layout.starts.has(element.start)) {
      const follows = this.leading && previous.comment?.style === "block" && breaks === 0;
      return oneLine || follows ? " " : this.newLine(breaks, false);
    }
    if (mustBreak || (breaks > 0 && token?.tokenType !== t.LBrace)) return this.continuation();
    return this.isTight(element) ? "" : " ";
  }

  /** Whether a comment before this token is between two statements rather than inside one. */
  private isBetween(next: IToken): boolean {
    return next.tokenType === t.End || next.tokenType === t.RBrace || this.layout.starts.has(next.startOffset);
  }

  private newLine(breaks: number, closing: boolean): string {
    const afterBrace = this.previous?.token?.tokenType === t.LBrace;
    return `${breaks > 1 && !afterBrace && !closing ? "\n\n" : "\n"}${"  ".repeat(this.blocks.length)}`;
  }

  private continuation(): string {
    return `\n${"  ".repeat(this.blocks.length + 2)}`;
  }

  private breaksBefore(element: Element): number {
    const between = this.text.slice(this.previous?.end ?? 0, element.start);
    return between.match(/\r\n?|\n/g)?.length ?? 0;
  }

  /** Whether there is no space between the previous token and this one. */
  private isTight(element: Element): boolean {
    const before = this.previous?.token ?? null;
    const type = element.token?.tokenType;
    if (before === null) return false;
    if (element.start < this.unitEnd && this.layout.unitEnds.get(element.start) === undefined) return true;
    if (type === t.Comma || type === t.Colon || type === t.Power || type === t.Dot) return true;
    if (type === t.RParen || type === t.RSquare) return true;
    if (type === t.LParen && this.isCallee(before)) return true;
    const last = before.tokenType;
    if (last === t.LParen || last === t.LSquare || last === t.Power || last === t.Dot) return true;
    return last === t.Minus && this.isPrefix();
  }

  private isCallee(token: IToken): boolean {
    if (this.layout.starts.has(token.startOffset)) return statementOf(token.tokenType)?.isCallLike === true;
    return t.isName(token.tokenType) && !this.endsExpression(this.beforePrevious);
  }

  /** Whether the previous token is a minus sign without a left operand. */
  private isPrefix(): boolean {
    return !this.endsExpression(this.beforePrevious);
  }

  private endsExpression(token: IToken | null): boolean {
    return token !== null && t.endsOperand(token.tokenType) && !this.layout.starts.has(token.startOffset);
  }

  /** Whether the block opened by this brace has no line break. */
  private isOneLine(open: number): boolean {
    const close = this.layout.blockEnds.get(open) ?? this.text.length;
    return !/[\r\n]/.test(this.text.slice(open, close));
  }
}

/** Widens the gaps before comments on consecutive lines, so that the comments line up. */
function alignGaps(out: string[], gaps: readonly number[]): void {
  let line = 0;
  let column = 0;
  let at = 0;
  let run: { readonly gap: number; readonly column: number }[] = [];
  let last = -1;
  const align = (): void => {
    // Not spread into Math.max: a run may have more lines than a call has arguments.
    const widest = run.reduce((most, entry) => Math.max(most, entry.column), 0);
    for (const entry of run) out[entry.gap] = " ".repeat(widest - entry.column + 1);
  };
  for (const gap of gaps) {
    for (; at < gap; at++) {
      const lines = (out[at] ?? "").split("\n");
      line += lines.length - 1;
      column = lines.length > 1 ? (lines.at(-1) ?? "").length : column + (lines[0] ?? "").length;
    }
    if (line !== last + 1) {
      align();
      run = [];
    }
    run.push({ gap, column });
    last = line;
  }
  align();
}

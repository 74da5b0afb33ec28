import type { DiagnosticBag, Help, Message, RelatedPlace, SourceFile, Span } from "../../diagnostics/index.js";
import { sourceText } from "../model/source-text.js";

/**
 * How many uses of an unknown name are reported. A name that is unknown in more places is reported
 * as one problem.
 */
const mostUses = 3;

/**
 * Reports to the diagnostics of the file, and records whether its own part of the file (a model,
 * for example) has errors.
 */
export class Reporter {
  private errors = 0;
  private readonly unknown = new Map<string, number>();

  constructor(
    private readonly source: SourceFile,
    private readonly bag: DiagnosticBag,
  ) {}

  /**
   * @param help replaces the help in the table of messages
   * @param related other places that the problem has to do with
   */
  report(message: Message, span: Span, help?: Help, related?: readonly RelatedPlace[]): void {
    if (message.severity === "error") this.errors++;
    this.bag.report(message, span, help ?? message.help, related);
  }

  /**
   * Whether this use of an unknown name exceeds the limit, so that its declaration is probably
   * missing.
   */
  isRepeated(name: string): boolean {
    const times = (this.unknown.get(name) ?? 0) + 1;
    this.unknown.set(name, times);
    return times > mostUses;
  }

  get failed(): boolean {
    return this.errors > 0;
  }

  lineOf(span: Span): number {
    return this.source.positionAt(span.start).line;
  }

  /** The line and the column of the start of a span: `4:13`. */
  placeOf(span: Span): string {
    const { line, column } = this.source.positionAt(span.start);
    return `${line}:${column}`;
  }

  textOf(span: Span): string {
    return this.source.slice(span);
  }

  /** The text of a span on one line, shortened if it is long, for quoting in a message. */
  quote(span: Span): string {
    return sourceText(this.source, span);
  }
}

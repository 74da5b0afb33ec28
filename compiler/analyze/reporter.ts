import type { DiagnosticBag, Help, Message, SourceFile, Span } from "../../diagnostics/index.js";
import { sourceText } from "../model/source-text.js";

/** The uses of an unknown name that are reported: one that is misspelt everywhere is one mistake. */
const mostUses = 3;

/** Reports into the bag of the file, and knows whether its own part of the file, a model say, has errors. */
export class Reporter {
  private errors = 0;
  private readonly unknown = new Map<string, number>();

  constructor(
    private readonly source: SourceFile,
    private readonly bag: DiagnosticBag,
  ) {}

  /** @param help replaces the help of the message's table entry */
  report(message: Message, span: Span, help?: Help): void {
    if (message.severity === "error") this.errors++;
    this.bag.report(message, span, help ?? message.help);
  }

  /** Whether an unknown name has been reported often enough for its declaration to be missed. */
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

  textOf(span: Span): string {
    return this.source.slice(span);
  }

  /** The text of a place on one line, shortened where long, for quoting in a message. */
  quote(span: Span): string {
    return sourceText(this.source, span);
  }
}

import type { DiagnosticBag, Message, SourceFile, Span } from "../../diagnostics/index.js";
import { sourceText } from "../ir/source-text.js";

/** Reports into the bag of the file, and knows whether its own part of the file, a model say, has errors. */
export class Reporter {
  private errors = 0;

  constructor(
    private readonly source: SourceFile,
    private readonly bag: DiagnosticBag,
  ) {}

  /** @param help replaces the help of the message's table entry */
  report(message: Message, span: Span, help?: string | null): void {
    if (message.severity === "error") this.errors++;
    this.bag.report(message, span, help ?? message.help);
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

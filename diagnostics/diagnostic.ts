import type { Position, SourceFile, Span } from "./source-file.js";

export type Severity = "error" | "warning";

/** What is wrong, in the terms of the language, before it is given a place. */
export interface Message {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The likely mend, as a sentence; null where none is likely. */
  readonly help: string | null;
}

/** Where it is wrong: in a model or in a data file. */
export interface Location {
  readonly path: string;
  readonly start: Position;
  /** One past the last character. */
  readonly end: Position;
  /** The text of the first line, for the code frame; null where it is not at hand. */
  readonly lineText: string | null;
}

/** A message with its place. Plain data; it is never thrown, but for `FitError`, which carries one. */
export interface Diagnostic extends Message {
  /** Null where the problem is not in a file. */
  readonly location: Location | null;
}

/** What every stage of the compiler returns: a value as good as the input allowed, and what was wrong with the input. */
export interface StageResult<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export function locate(source: SourceFile, span: Span): Location {
  const start = source.positionAt(span.start);
  return { path: source.path, start, end: source.positionAt(span.end), lineText: source.lineText(start.line) };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** What a diagnostic advises; a function where finding it takes time, such as a search for the nearest name. */
export type Help = string | null | (() => string | null);

/** A file with more mistakes than these has its first ones mended first. */
const mostSearches = 50;

/** Collects the diagnostics of one source file. */
export class DiagnosticBag {
  private readonly list: Diagnostic[] = [];
  private readonly searches = new Map<Diagnostic, () => string | null>();

  constructor(private readonly source: SourceFile) {}

  /** @param help replaces the help of the message's table entry */
  report(message: Message, span: Span, help: Help = message.help): void {
    const isSearch = typeof help === "function";
    const diagnostic = { ...message, help: isSearch ? message.help : help, location: locate(this.source, span) };
    this.list.push(diagnostic);
    if (isSearch) this.searches.set(diagnostic, help);
  }

  get hasErrors(): boolean {
    return hasErrors(this.list);
  }

  /** In the order of the text, so that the order of the checks does not show; the first searches for help are done. */
  sorted(): readonly Diagnostic[] {
    let searched = 0;
    return [...this.list].sort(byPosition).map((diagnostic) => {
      const search = this.searches.get(diagnostic);
      if (search === undefined || searched++ >= mostSearches) return diagnostic;
      return { ...diagnostic, help: search() ?? diagnostic.help };
    });
  }
}

function byPosition(a: Diagnostic, b: Diagnostic): number {
  const p = a.location?.start;
  const q = b.location?.start;
  if (p === undefined || q === undefined) return 0;
  return p.line - q.line || p.column - q.column || a.code.localeCompare(b.code, "en");
}

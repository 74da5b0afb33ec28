import type { Position, SourceFile, Span } from "./source-file.js";

export type Severity = "error" | "warning";

/** A problem in the user's terms, before it is attached to a place in a file. */
export interface Message {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** How to fix it, in one sentence; null if there is no obvious fix. */
  readonly help: string | null;
}

/** A place in a model file or a data file. */
export interface Location {
  readonly path: string;
  readonly start: Position;
  /** The position after the last character. */
  readonly end: Position;
  /** The text of the first line, for the code frame; null if it is not available. */
  readonly lineText: string | null;
}

/** Another place that a problem has to do with, and what is there. */
export interface Related {
  readonly message: string;
  readonly location: Location;
}

/**
 * A message and its place. Diagnostics are plain data and are never thrown; `FitError` carries one.
 */
export interface Diagnostic extends Message {
  /** Null if the problem is not in a file. */
  readonly location: Location | null;
  /** In the order of the text; absent if there are none. */
  readonly related?: readonly Related[];
}

/**
 * The result of a compiler stage: a value as complete as the input allows, and the problems found
 * in the input.
 */
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

/**
 * The help of a diagnostic. A function if computing it takes time, such as a search for the nearest
 * name.
 */
export type Help = string | null | (() => string | null);

/** A related place of a diagnostic that is about to be reported. */
export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

/**
 * At most this many searches for help per file: with more mistakes, users fix the first ones first.
 */
const maxSearches = 50;

/** Collects the diagnostics of one source file. */
export class DiagnosticBag {
  private readonly list: Diagnostic[] = [];
  private readonly searches = new Map<Diagnostic, () => string | null>();

  constructor(private readonly source: SourceFile) {}

  /**
   * @param help replaces the help of the message's table entry
   * @param related other places that the problem has to do with
   */
  report(message: Message, span: Span, help: Help = message.help, related: readonly RelatedPlace[] = []): void {
    const isSearch = typeof help === "function";
    const places = related.map(({ message, span }) => ({ message, location: locate(this.source, span) }));
    const diagnostic = {
      ...message,
      help: isSearch ? message.help : help,
      location: locate(this.source, span),
      ...(places.length === 0 ? {} : { related: places }),
    };
    this.list.push(diagnostic);
    if (isSearch) this.searches.set(diagnostic, help);
  }

  get hasErrors(): boolean {
    return hasErrors(this.list);
  }

  /**
   * Sorted by position, so that the order in which the checks ran does not matter. Computes the
   * help of the first diagnostics whose help is a search.
   */
  sorted(): readonly Diagnostic[] {
    let searched = 0;
    return [...this.list].sort(byPosition).map((diagnostic) => {
      const search = this.searches.get(diagnostic);
      if (search === undefined || searched++ >= maxSearches) return diagnostic;
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

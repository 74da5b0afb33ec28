import {
  DiagnosticBag,
  type Message,
  type Severity,
  type SourceFile,
  type Span,
  type StageResult,
} from "../diagnostics/index.js";
import { messageTemplates } from "./messages.js";

/** A message with its place, before it becomes a diagnostic. */
export interface Problem {
  readonly message: Message;
  readonly span: Span;
}

/** A file that is not a model at all could have hundreds of errors, too many to be useful. */
const mostReported = 20;

/**
 * Combines a stage's value with its problems in the order of the text. If there are very many, only
 * the first errors and the first warnings are kept.
 *
 * @param hint what to write instead, which is asked for only if the problem is reported
 */
export function withProblems<T>(
  value: T,
  problems: readonly Problem[],
  source: SourceFile,
  hint: (problem: Problem) => string | null = () => null,
): StageResult<T> {
  const bag = new DiagnosticBag(source);
  const ordered = [...problems].sort((a, b) => a.span.start - b.span.start);
  const of = (severity: Severity) => ordered.filter(({ message }) => message.severity === severity);
  const [errors, warnings] = [of("error"), of("warning")];
  const hinted = new Set<number>();
  for (const some of [errors, warnings]) {
    for (const problem of some.slice(0, mostReported)) {
      const { message, span } = problem;
      // A hint is about the whole line.
      const { line } = source.positionAt(span.start);
      const found = message.severity === "error" && !hinted.has(line) ? hint(problem) : null;
      if (found !== null) hinted.add(line);
      bag.report(message, span, found ?? message.help);
    }
  }
  const next = errors[mostReported];
  if (next !== undefined)
    bag.report(messageTemplates.moreSyntaxErrors({ count: errors.length - mostReported }), next.span);
  return { value, diagnostics: bag.sorted() };
}

export function withHelp(message: Message, help: string | null): Message {
  return help === null ? message : { ...message, help };
}

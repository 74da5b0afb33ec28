import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";

/** A model has one `data` block, or `input`, or, where it needs no column, neither. */
export function oneDataSource({ ast, reporter }: ModelContext): void {
  const sources = ast.body.filter((statement) => statement.kind === "data" || statement.kind === "input");
  const [first, ...others] = sources;
  if (first === undefined) return;
  for (const other of others) {
    // Several `input` statements add up.
    if (first.kind === "input" && other.kind === "input") continue;
    reporter.report(
      messages.FIT2022({ line: reporter.lineOf(first.span) }),
      other.kind === "data" ? other.path.span : other.span,
    );
  }
}

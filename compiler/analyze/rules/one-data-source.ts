import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { forEachOccurrence } from "./occurrences.js";

/** A model has one `data` block, or `input`, or, where it needs no rows, neither. */
export function oneDataSource(context: ModelContext): void {
  const { ast, reporter, incomplete } = context;
  const [first, ...others] = ast.body.filter((statement) => statement.kind === "data" || statement.kind === "input");
  if (first === undefined) {
    if (!incomplete) reportReductions(context);
    return;
  }
  for (const other of others) {
    // Several `input` statements add up.
    if (first.kind === "input" && other.kind === "input") continue;
    const span = other.kind === "data" ? other.path.span : other.span;
    reporter.report(messages.duplicateDataSource({ line: reporter.lineOf(first.span) }), span);
  }
}

/** What needs rows without naming a column: an unknown column is an unknown name. */
function reportReductions(context: ModelContext): void {
  forEachOccurrence(context, (_, { node, target }, name) => {
    if (target?.kind !== "reduction") return false;
    context.reporter.report(messages.reductionWithoutData({ name }), node.span);
    return true;
  });
}

import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { forEachOccurrence } from "./occurrences.js";

/**
 * A model has one `data` block or `input` columns; neither is needed if the model needs no rows.
 */
export function oneDataSource(context: ModelContext): void {
  const { ast, reporter, incomplete } = context;
  const [first, ...others] = ast.body.filter((statement) => statement.kind === "data" || statement.kind === "input");
  if (first === undefined) {
    if (!incomplete) reportReductions(context);
    return;
  }
  for (const other of others) {
    // Several `input` statements together declare one list of columns.
    if (first.kind === "input" && other.kind === "input") continue;
    const span = other.kind === "data" ? other.path.span : other.span;
    reporter.report(messages.duplicateDataSource({ line: reporter.lineOf(first.span) }), span);
  }
}

/**
 * Reports reductions in a model without data: they need rows although they may not name a column.
 * (An unknown column is reported as an unknown name.)
 */
function reportReductions(context: ModelContext): void {
  forEachOccurrence(context, (_, { node, target }, name) => {
    if (target?.kind !== "reduction") return false;
    context.reporter.report(messages.reductionWithoutData({ name }), node.span);
    return true;
  });
}

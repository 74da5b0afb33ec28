import { didYouMean } from "../../../diagnostics/index.js";
import { solverNames } from "../../../runtime/contract/solver.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";

/** A model has at most one solver, and it must be a known one. */
export function knownSolver({ ast, reporter }: ModelContext): void {
  const statements = ast.body.filter((statement) => statement.kind === "solver");
  const [first, ...others] = statements;
  for (const other of others) {
    const line = reporter.lineOf(first?.span ?? other.span);
    reporter.report(messages.duplicateSolver({ line }), other.span);
  }
  for (const { name } of statements) {
    if (solverNames.some((known) => known === name.text)) continue;
    reporter.report(messages.unknownSolver({ name: name.text }), name.span, didYouMean(name.text, solverNames));
  }
}

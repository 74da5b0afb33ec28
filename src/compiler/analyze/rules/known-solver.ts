import { didYouMean } from "../../../diagnostics/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";

const solvers = ["lm", "trf"];

/** One solver, and one that there is. */
export function knownSolver({ ast, reporter }: ModelContext): void {
  const statements = ast.body.filter((statement) => statement.kind === "solver");
  const [first, ...others] = statements;
  for (const other of others) {
    const line = reporter.lineOf(first?.span ?? other.span);
    reporter.report(messages.FIT3033({ line }), other.span);
  }
  for (const { name } of statements) {
    if (name.text === "dogbox") {
      reporter.report(messages.FIT2024({ form: "solver 'dogbox'", instead: "use 'solver trf'" }), name.span);
    } else if (!solvers.includes(name.text)) {
      reporter.report(messages.FIT3032({ name: name.text }), name.span, didYouMean(name.text, solvers));
    }
  }
}

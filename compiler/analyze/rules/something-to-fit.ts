import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";

/** A model has a statement that compares something, and a parameter that may move. */
export function somethingToFit({ ast, declarations, statements, incomplete, reporter }: ModelContext): void {
  if (incomplete) return;
  const name = ast.name.text;
  if (statements.length === 0) reporter.report(messages.noFitOrResidual({ name }), ast.name.span);
  if (declarations.params.some((param) => !param.fixed)) return;
  const [why, fix] =
    declarations.params.length === 0
      ? ["it has no parameter", "declare one: 'param k = 1'"]
      : ["all its parameters are fixed", "remove 'fixed' from one of them"];
  reporter.report(messages.noFreeParameter({ name, why, fix }), ast.name.span);
}

import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";

/** A model must have a `fit` or `residual` statement and at least one free parameter. */
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

import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { isBounded, isRobust } from "../solver-choice.js";

/** `lm` does not support bounds or robust losses. */
export function lmLimits(context: ModelContext): void {
  const solver = context.ast.body.find((statement) => statement.kind === "solver" && statement.name.text === "lm");
  if (solver?.kind !== "solver") return;
  const bounded = context.declarations.params.find((param) => isBounded(param, context.constants));
  if (bounded !== undefined) {
    context.reporter.report(messages.declaredLmWithBounds({ name: bounded.name.text }), solver.name.span);
  }
  const robust = context.statements.find(({ loss }) => isRobust(loss))?.loss;
  if (robust != null) {
    const loss = robust.name?.text ?? context.reporter.quote(robust.span);
    context.reporter.report(messages.declaredLmRobustLoss({ loss }), solver.name.span);
  }
}

import type { CovarianceStmt } from "../../../grammar/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { isRobust } from "../solver-choice.js";

/**
 * There is at most one covariance matrix. The model must then have a single statement, without
 * noise or loss of its own.
 */
export function oneCovariance(context: ModelContext): void {
  const { ast, reporter, statements } = context;
  const [first, ...others] = ast.body.filter((statement) => statement.kind === "covariance");
  if (first === undefined) return;
  for (const other of others)
    reporter.report(messages.duplicateCovariance({ line: reporter.lineOf(first.span) }), other.span);
  const [only] = statements;
  if (only === undefined) return;
  if (statements.length > 1) refuse(first, `${statements.length} statements`, context);
  else if (only.rate === "once") refuse(first, "a statement without a column", context);
  const noise = statements.map((statement) => statement.noise).find((declared) => declared !== null);
  if (noise != null) reporter.report(messages.covarianceConflict({ what: `'${noise.model}'` }), first.span);
  if (statements.some(({ loss }) => isRobust(loss))) {
    reporter.report(messages.covarianceConflict({ what: "a robust loss" }), first.span);
  }
}

function refuse({ span }: CovarianceStmt, found: string, { reporter }: ModelContext): void {
  reporter.report(messages.covarianceNeedsOneStatement({ found }), span);
}

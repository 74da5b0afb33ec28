import type { MissingItem, WhereItem } from "../../../grammar/index.js";
import { missingPolicies } from "../../../runtime/contract/missing-policies.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Reporter } from "../reporter.js";

/**
 * A data block must have columns, and may have at most one `where` and one `missing`, whose policy
 * must be known.
 */
export function dataItems({ ast, reporter, incomplete }: ModelContext): void {
  for (const data of ast.body) {
    if (data.kind !== "data") continue;
    const missing = data.items.filter((item) => item.kind === "missing");
    for (const { policy } of missing) {
      if (!missingPolicies.some((known) => known === policy.text)) {
        reporter.report(messages.unknownMissingPolicy({ policy: policy.text }), policy.span);
      }
    }
    onlyOne(missing, "keep one", reporter);
    const where = data.items.filter((item) => item.kind === "where");
    onlyOne(where, "join the conditions with 'and'", reporter);
    if (!incomplete && !data.items.some((item) => item.kind === "column")) {
      reporter.report(messages.noDeclaredColumns(), data.path.span);
    }
  }
}

function onlyOne(items: readonly (WhereItem | MissingItem)[], fix: string, reporter: Reporter): void {
  const [first, ...others] = items;
  for (const { kind, span } of others) {
    const line = reporter.lineOf(first?.span ?? span);
    reporter.report(messages.duplicateDataRule({ word: kind, line, fix }), span);
  }
}

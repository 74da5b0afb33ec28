import type { CallTarget, ValueSymbol } from "../../model/checked-model.js";
import type { BlockContext, ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { reach } from "../resolve/reach.js";
import type { Definition } from "../resolve/scope.js";

type Used = ReadonlySet<ValueSymbol | CallTarget>;

/**
 * Warns about declarations that nothing depends on. Does nothing if the model has errors, because a
 * misspelt name makes another one look unused.
 */
export function unused({ sites, dependences, declarations, reporter, incomplete }: ModelContext): void {
  if (reporter.failed || incomplete) return;
  const inResiduals = reach(
    sites.filter(({ use }) => use === "residual").map(({ expr }) => expr),
    dependences,
  );
  const used = usedIn({ sites, dependences });
  for (const param of declarations.params) {
    // A fixed parameter may be used only in a sigma or a derived quantity.
    if (inResiduals.has(param) || (param.fixed && used.has(param))) continue;
    reporter.report(messages.unusedParameter({ name: param.name.text }), param.name.span);
  }
  for (const column of declarations.columns) {
    if (!used.has(column)) reporter.report(messages.unusedColumn({ name: column.name.text }), column.name.span);
  }
  for (const definition of declarations.definitions) reportDefinition(definition, used, reporter);
}

/** Warns about definitions of a file that none of its models uses. */
export function unusedInFile({ declarations, reporter }: BlockContext, models: readonly ModelContext[]): void {
  if (declarations.definitions.length === 0) return;
  if (reporter.failed || models.some((model) => model.reporter.failed || model.incomplete)) return;
  const used = new Set(models.flatMap((model) => [...usedIn(model)]));
  for (const definition of declarations.definitions) reportDefinition(definition, used, reporter);
}

/** The symbols that affect a residual or any other output or effect of the model. */
function usedIn({ sites, dependences }: Pick<BlockContext, "sites" | "dependences">): Used {
  return reach(
    sites.filter(({ use }) => use !== "name").map(({ expr }) => expr),
    dependences,
  );
}

function reportDefinition(definition: Definition, used: Used, reporter: BlockContext["reporter"]): void {
  const { kind, name } = definition;
  if (kind !== "derive" && !used.has(definition))
    reporter.report(messages.unusedDefinition({ kind, name: name.text }), name.span);
}

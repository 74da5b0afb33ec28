import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { forEachOccurrence, through } from "./occurrences.js";

/**
 * Reductions over rows are allowed only in start values and derived quantities, which are single
 * numbers, and must not reduce over a parameter.
 */
export function reductionsInPlace(context: BlockContext): void {
  forEachOccurrence(context, (site, { node, target, place, brings }, name) => {
    const allowed = site.content.columns === "reduced" || site.content.columns === "any";
    // If a `let` or a `const` contains the reduction, its own definition is reported.
    const reported = target?.kind === "let" || target?.kind === "const";
    if (brings.reduction !== null && !allowed) {
      if (reported) return false;
      context.reporter.report(messages.misplacedReduction({ name, place: site.label }), node.span);
      return true;
    }
    const param = place.reduced ? (brings.free ?? brings.fixed) : null;
    if (param === null) return false;
    context.reporter.report(messages.reductionDependsOnParameter({ name, through: through(name, param) }), node.span);
    return true;
  });
}

import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { forEachOccurrence, through } from "./occurrences.js";

/**
 * Reductions are over the rows that are fitted, so neither a constant nor the choice of the rows
 * may depend on them. They must not reduce over a parameter.
 */
export function reductionsInPlace(context: BlockContext): void {
  forEachOccurrence(context, (site, { node, target, place, brings }, name) => {
    const allowed = site.content.columns !== "none" && site.content.columns !== "given";
    if (brings.reduction !== null && !allowed) {
      // If a `const` contains the reduction, its own definition is reported.
      if (target?.kind === "const") return false;
      context.reporter.report(messages.misplacedReduction({ name, place: site.label }), node.span);
      return true;
    }
    const param = place.reduced ? (brings.free ?? brings.fixed) : null;
    if (param === null) return false;
    context.reporter.report(messages.reductionDependsOnParameter({ name, through: through(name, param) }), node.span);
    return true;
  });
}

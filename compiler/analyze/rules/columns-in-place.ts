import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { forEachOccurrence, through } from "./occurrences.js";

/**
 * In a start value or a derived quantity, which is a single number, a column may be used only
 * inside a reduction.
 */
export function columnsInPlace(context: BlockContext): void {
  forEachOccurrence(context, (site, { node, place, brings }, name) => {
    if (site.content.columns !== "reduced" || brings.column === null || !place.bare) return false;
    const message = messages.valueDependsOnRow({ place: site.label, name, through: through(name, brings.column) });
    context.reporter.report(message, node.span);
    return true;
  });
}

import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Role } from "../resolve/sites.js";
import { forEachOccurrence, through } from "./occurrences.js";

const single: ReadonlySet<Role> = new Set<Role>(["start", "bound", "derive"]);

/** A start value, a bound and a derived quantity are one number: a column stands in them under a reduction. */
export function columnsInPlace(context: BlockContext): void {
  forEachOccurrence(context, (site, { node, place, brings }, name) => {
    if (!single.has(site.role) || brings.column === null || !place.bare) return false;
    const message = messages.valueDependsOnRow({ place: site.label, name, through: through(name, brings.column) });
    context.reporter.report(message, node.span);
    return true;
  });
}

import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { forEachOccurrence, through } from "./occurrences.js";

/**
 * Start values and `where` are evaluated before the fit and must not use any parameter.
 * Observations and their noise do not change during the fit and must not use a free parameter.
 */
export function paramsInPlace(context: BlockContext): void {
  forEachOccurrence(context, ({ content, label }, { node, place, brings }, name) => {
    const { params, columns } = content;
    // Expressions that must be constant have a rule of their own.
    if (!place.bare || params === "any" || columns === "none") return false;
    const param = params === "none" ? (brings.free ?? brings.fixed) : brings.free;
    if (param === null) return false;
    const found = { name, through: through(name, param) };
    const message = params === "none" ? messages.valueDependsOnParameter({ place: label, ...found }) : params(found);
    context.reporter.report(message, node.span);
    return true;
  });
}

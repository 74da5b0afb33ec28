import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { forEachOccurrence, through } from "./occurrences.js";

/**
 * No parameter stands in what is settled before the fit, a start value or `where`; and no free one in
 * what the fit does not change, an observation or its noise.
 */
export function paramsInPlace(context: BlockContext): void {
  forEachOccurrence(context, ({ content, label }, { node, place, brings }, name) => {
    const { params, columns } = content;
    // What is made of constants has a rule of its own.
    if (!place.bare || params === "any" || columns === "none") return false;
    const param = params === "none" ? (brings.free ?? brings.fixed) : brings.free;
    if (param === null) return false;
    const found = { name, through: through(name, param) };
    const message = params === "none" ? messages.valueDependsOnParameter({ place: label, ...found }) : params(found);
    context.reporter.report(message, node.span);
    return true;
  });
}

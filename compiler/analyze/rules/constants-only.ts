import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { forEachOccurrence } from "./occurrences.js";

/** A `const`, a loss and an option of the solver may use only constants. */
export function constantsOnly(context: BlockContext): void {
  forEachOccurrence(context, ({ content, label }, { node, place, brings }, name) => {
    const varying = brings.column ?? brings.free ?? brings.fixed;
    // Symbols inside a reduction are not reported separately from it.
    if (content.columns !== "none" || varying === null || !place.bare) return false;
    const kind = varying.kind === "column" ? "column" : "parameter";
    const what = varying.name.text === name ? `a ${kind}` : `computed from ${kind} '${varying.name.text}'`;
    context.reporter.report(messages.valueNotConstant({ place: label, name, what }), node.span);
    return true;
  });
}

import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Role } from "../resolve/sites.js";
import { forEachOccurrence } from "./occurrences.js";

const constant: ReadonlySet<Role> = new Set<Role>(["const", "lossScale", "rho", "option", "priorValue"]);

/** A const, the scale of a loss, a loss, the mean and deviation of a prior and an option of the solver are made of constants. */
export function constantsOnly(context: BlockContext): void {
  forEachOccurrence(context, ({ role, label }, { node, place, brings }, name) => {
    const varying = brings.column ?? brings.free ?? brings.fixed;
    // What stands inside a reduction is reported with it.
    if (!constant.has(role) || varying === null || !place.bare) return false;
    const kind = varying.kind === "column" ? "column" : "parameter";
    const what = varying.name.text === name ? `a ${kind}` : `computed from ${kind} '${varying.name.text}'`;
    context.reporter.report(messages.valueNotConstant({ place: label, name, what }), node.span);
    return true;
  });
}

import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { forEachOccurrence, through } from "./occurrences.js";

/**
 * Start values, bounds and `where` are settled before the fit, so no parameter stands in them; what is observed, its
 * sigma and its weight do not change in the fit, so no free one stands there.
 */
export function paramsInPlace(context: BlockContext): void {
  forEachOccurrence(context, ({ role, label }, { node, place, brings }, name) => {
    if (!place.bare) return false;
    const { free } = brings;
    const any = free ?? brings.fixed;
    if ((role === "start" || role === "bound" || role === "where") && any !== null) {
      context.reporter.report(
        messages.valueDependsOnParameter({ place: label, name, through: through(name, any) }),
        node.span,
      );
    } else if (role === "observed" && free !== null) {
      context.reporter.report(messages.observedDependsOnParameter({ name, through: through(name, free) }), node.span);
    } else if (role === "noise" && free !== null) {
      context.reporter.report(
        messages.noiseDependsOnParameter({ noise: label, name, through: through(name, free) }),
        node.span,
      );
    } else {
      return false;
    }
    return true;
  });
}

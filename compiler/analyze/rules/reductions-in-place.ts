import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Role } from "../resolve/sites.js";
import { forEachOccurrence, through } from "./occurrences.js";

/** A `fn` is judged where it is called. */
const allowed: ReadonlySet<Role> = new Set<Role>(["start", "bound", "derive", "fn"]);

/** Reductions over rows stand in start values, bounds and derived quantities, and reduce no parameter. */
export function reductionsInPlace(context: BlockContext): void {
  forEachOccurrence(context, (site, { node, target, place, brings }, name) => {
    // Where a `let` or a `const` reduces, its own definition is reported.
    const reported = target?.kind === "let" || target?.kind === "const";
    if (brings.reduction !== null && !allowed.has(site.role)) {
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

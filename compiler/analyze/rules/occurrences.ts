import type { ColumnSymbol, ParamSymbol } from "../../model/checked-model.js";
import type { BlockContext } from "../context.js";
import type { Occurrence } from "../resolve/dependence.js";
import type { Site } from "../site.js";

/**
 * Visits the names and calls of every site. If a name is used several times in a site, only its
 * first use is visited.
 */
export function forEachOccurrence(
  { sites, dependences }: BlockContext,
  visit: (site: Site, occurrence: Occurrence, name: string) => boolean,
): void {
  for (const site of sites) {
    const reported = new Set<string>();
    for (const occurrence of dependences.occurrences(site.expr)) {
      const { node } = occurrence;
      const name = node.kind === "ref" ? node.name.text : node.kind === "call" ? node.callee.text : null;
      if (name !== null && !reported.has(name) && visit(site, occurrence, name)) reported.add(name);
    }
  }
}

/**
 * ` (column 't')` if a name depends on a column or a parameter through its definition; otherwise
 * empty.
 */
export function through(name: string, symbol: ColumnSymbol | ParamSymbol): string {
  if (symbol.name.text === name) return "";
  return ` (${symbol.kind === "column" ? "column" : "parameter"} '${symbol.name.text}')`;
}

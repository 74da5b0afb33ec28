import type { BlockContext } from "../context.js";

/** Numbers and conditions must not be mixed. */
export function typesOfSites({ sites, types }: BlockContext): void {
  for (const { expr, content, insteadOfCondition } of sites) {
    if (content.type !== null) types.check(expr, content.type, insteadOfCondition);
  }
}

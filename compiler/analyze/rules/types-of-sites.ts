import type { BlockContext } from "../context.js";
import type { Role } from "../resolve/sites.js";

const definitions: ReadonlySet<Role> = new Set<Role>(["const", "let", "derive", "fn"]);

/** Numbers and conditions do not mix. The bodies of definitions were checked as they were taken in. */
export function typesOfSites({ sites, types }: BlockContext): void {
  for (const { role, expr } of sites) {
    if (!definitions.has(role)) types.check(expr, role === "where" ? "condition" : "number");
  }
}

import type { ExprId, ExprPool, Rate } from "./pool.js";

/**
 * All subexpressions of `roots`, roots included, in ascending order, so that operands come before
 * their users. The contents of reductions belong to another loop over the rows and are left out.
 */
export function reachable(pool: ExprPool, roots: readonly ExprId[]): readonly ExprId[] {
  return walk(pool, roots, false);
}

/** Like {@link reachable}, but including the contents of reductions. */
export function reachableThroughReductions(pool: ExprPool, roots: readonly ExprId[]): readonly ExprId[] {
  return walk(pool, roots, true);
}

function walk(pool: ExprPool, roots: readonly ExprId[], throughReductions: boolean): readonly ExprId[] {
  let from = -1;
  for (const root of roots) if (root > from) from = root;
  const wanted = new Uint8Array(from + 1);
  for (const root of roots) wanted[root] = 1;
  const found: ExprId[] = [];
  for (let id = from as ExprId; id >= 0; id--) {
    if (wanted[id] !== 1) continue;
    found.push(id);
    const node = pool.node(id);
    if (node.op === "reduce" && !throughReductions) continue;
    for (const argument of node.args) wanted[argument] = 1;
  }
  return found.reverse();
}

const rates: readonly Rate[] = ["const", "data", "params", "row"];

/**
 * The rate of each of `ids`, which must be ascending and contain the operands of each (except those
 * of reductions).
 */
export function ratesOf(pool: ExprPool, ids: readonly ExprId[]): ReadonlyMap<ExprId, Rate> {
  const found = new Map<ExprId, Rate>();
  for (const id of ids) {
    const node = pool.node(id);
    switch (node.op) {
      case "const":
        found.set(id, "const");
        break;
      case "reduce":
        found.set(id, "data");
        break;
      case "param":
      case "variable":
        found.set(id, "params");
        break;
      case "column":
        found.set(id, "row");
        break;
      default: {
        let fastest = 0;
        for (const argument of node.args) fastest = Math.max(fastest, rates.indexOf(found.get(argument) ?? "row"));
        found.set(id, rates[fastest] ?? "row");
      }
    }
  }
  return found;
}

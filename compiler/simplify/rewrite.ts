import type { ExprId, ExprPool } from "../ir/pool.js";
import { reachableThroughReductions } from "../ir/walk.js";

/**
 * Rewrites an expression whose operands are already rewritten; returns the expression itself if
 * nothing applies.
 */
export type RewriteRule = (pool: ExprPool, id: ExprId) => ExprId;

/** For each expression below `roots`, its rewritten form. */
export type Rewritten = ReadonlyMap<ExprId, ExprId>;

/** Applies a rule from the leaves up, to each expression until it no longer changes. */
export function rewrite(pool: ExprPool, roots: readonly ExprId[], rule: RewriteRule): Rewritten {
  const { order, forms } = rewriteAll(pool, roots, rule);
  return new Map(order.map((id) => [id, forms[id] as ExprId]));
}

/** The same, with the forms as an array indexed by expression: models have many expressions. */
export function rewriteAll(
  pool: ExprPool,
  roots: readonly ExprId[],
  rule: RewriteRule,
): { readonly order: readonly ExprId[]; readonly forms: ArrayLike<ExprId> } {
  const order = reachableThroughReductions(pool, roots);
  const forms = new Int32Array(pool.size) as Int32Array & { [id: number]: ExprId };
  for (const id of order) {
    const { args } = pool.node(id);
    const isSame = args.every((argument) => forms[argument] === argument);
    let current = isSame
      ? id
      : pool.rebuild(
          id,
          args.map((argument) => forms[argument] as ExprId),
        );
    for (let next = rule(pool, current); next !== current; next = rule(pool, current)) current = next;
    forms[id] = current;
  }
  return { order, forms };
}

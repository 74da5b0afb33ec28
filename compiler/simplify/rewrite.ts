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
  const result = new Map<ExprId, ExprId>();
  for (const id of reachableThroughReductions(pool, roots)) {
    const { args } = pool.node(id);
    const isSame = args.every((argument) => result.get(argument) === argument);
    let current = isSame
      ? id
      : pool.rebuild(
          id,
          args.map((argument) => result.get(argument) ?? argument),
        );
    for (let next = rule(pool, current); next !== current; next = rule(pool, current)) current = next;
    result.set(id, current);
  }
  return result;
}

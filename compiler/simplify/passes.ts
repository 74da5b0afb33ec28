import type { ExprId, ExprPool } from "../ir/pool.js";
import { simplify } from "./algebra.js";
import { type RewriteRule, type Rewritten, rewrite } from "./rewrite.js";
import { stabilise } from "./stable.js";

/** The rewriting passes, in order. */
const passes: readonly RewriteRule[] = [
  // First, so that the patterns of the next pass have only one spelling to match: constants folded,
  // no double signs.
  simplify,
  stabilise,
  // Again, for what the stable forms produce: log1p(-(-x)), 0 - expm1(x) within a sum.
  simplify,
];

/** For each expression below `roots`, its form after all passes. */
export function runPasses(pool: ExprPool, roots: readonly ExprId[]): Rewritten {
  let result = new Map<ExprId, ExprId>(roots.map((id) => [id, id]));
  for (const rule of passes) {
    const rewritten = rewrite(pool, [...new Set(result.values())], rule);
    result = new Map([...result].map(([id, current]) => [id, rewritten.get(current) ?? current]));
  }
  return result;
}

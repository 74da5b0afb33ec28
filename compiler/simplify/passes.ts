import type { ExprId, ExprPool } from "../ir/pool.js";
import { simplify } from "./algebra.js";
import { type RewriteRule, type Rewritten, rewriteAll } from "./rewrite.js";
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

/** For each of `roots`, its form after all passes. */
export function runPasses(pool: ExprPool, roots: readonly ExprId[]): Rewritten {
  const different = [...new Set(roots)];
  let current = different;
  for (const rule of passes) {
    const { forms } = rewriteAll(pool, current, rule);
    current = current.map((id) => forms[id] as ExprId);
  }
  return new Map(different.map((id, index) => [id, current[index] as ExprId]));
}

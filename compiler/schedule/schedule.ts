import type { ExprId, ExprPool } from "../ir/pool.js";
import { ratesOf, reachable, reachableThroughReductions } from "../ir/walk.js";
import type { Store } from "../plan/kernel-table.js";
import type { Kernel } from "./kernel.js";

/**
 * How deep an expression written in place may be: deep enough to read well, shallow enough for any
 * printer.
 */
const deepest = 8;

/**
 * Chooses what gets a name. An expression is assigned once where it is used more than once, where
 * it is the value of a `let`, where it varies less often than what uses it (so that it is computed
 * outside the loop over the rows), and where the expression in place would be too deep.
 *
 * @param stems the names of `let`s; other temporaries are `t1`, `t2`, ...
 */
export function schedule(pool: ExprPool, stores: readonly Store[], stems: ReadonlyMap<ExprId, string>): Kernel {
  const roots = stores.map((store) => store.value);
  const inner = innerReductions(pool, roots);
  const order = reachable(pool, [...roots, ...inner]);
  const rates = ratesOf(pool, order);
  const uses = countUses(pool, order, roots);
  const hoisted = new Set<ExprId>(inner);
  for (const id of order) {
    if (rates.get(id) !== "row" || pool.node(id).op === "reduce") continue;
    for (const argument of pool.node(id).args) if (rates.get(argument) !== "row") hoisted.add(argument);
  }

  const prologue: ExprId[] = [];
  const body: ExprId[] = [];
  const depths = new Map<ExprId, number>();
  for (const id of order) {
    const node = pool.node(id);
    const operands = node.op === "reduce" ? [] : node.args;
    if (operands.length === 0 && node.op !== "reduce") continue;
    const depth = 1 + operands.reduce((most, argument) => Math.max(most, depths.get(argument) ?? 0), 0);
    if ((uses.get(id) ?? 0) > 1 || stems.has(id) || hoisted.has(id) || depth >= deepest) {
      (rates.get(id) === "row" ? body : prologue).push(id);
    } else {
      depths.set(id, depth);
    }
  }
  let unnamed = 0;
  const temps = new Map([...prologue, ...body].map((id) => [id, stems.get(id) ?? `t${++unnamed}`] as const));
  return { pool, temps, prologue, body, stores, ...leavesOf(pool, roots) };
}

/**
 * Reductions inside reductions: once per data set like the outer ones, not once for each row of
 * those.
 */
function innerReductions(pool: ExprPool, roots: readonly ExprId[]): readonly ExprId[] {
  const isReduction = (id: ExprId): boolean => pool.node(id).op === "reduce";
  const all = reachableThroughReductions(pool, roots).filter(isReduction);
  return reachable(
    pool,
    all.flatMap((id) => pool.node(id).args),
  ).filter(isReduction);
}

function countUses(pool: ExprPool, order: readonly ExprId[], roots: readonly ExprId[]): ReadonlyMap<ExprId, number> {
  const uses = new Map<ExprId, number>();
  const use = (id: ExprId): void => void uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const root of roots) use(root);
  for (const id of order) {
    const node = pool.node(id);
    if (node.op !== "reduce") node.args.forEach(use);
  }
  return uses;
}

function leavesOf(pool: ExprPool, roots: readonly ExprId[]): { columns: readonly number[]; params: readonly number[] } {
  const columns: number[] = [];
  const params: number[] = [];
  for (const id of reachableThroughReductions(pool, roots)) {
    const node = pool.node(id);
    if (node.op === "column") columns.push(node.index);
    if (node.op === "param") params.push(node.index);
  }
  const ascending = (a: number, b: number): number => a - b;
  return { columns: columns.sort(ascending), params: params.sort(ascending) };
}

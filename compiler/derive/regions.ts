import { IdSet, type ReadonlyIdSet } from "../ir/id-set.js";
import type { ExprId, ExprPool } from "../ir/pool.js";
import { activeOperands } from "./activity.js";

/** A part of a DAG that is entered only at its head. */
export interface Region {
  readonly head: ExprId;
  /** Its expressions, the head included, in descending order. */
  readonly inside: readonly ExprId[];
  /** The heads of other regions that it uses. */
  readonly next: ReadonlySet<ExprId>;
  /** Its expressions with the leaves and the heads that they use, in ascending order. */
  readonly members: readonly ExprId[];
}

/** The expressions below some roots through which derivatives flow. */
interface Flow {
  readonly pool: ExprPool;
  /** Ascending, with the operands of each. */
  readonly order: readonly ExprId[];
  readonly roots: readonly ExprId[];
  readonly leaves: ReadonlySet<ExprId>;
  readonly active: ReadonlyIdSet;
}

/** How many times the work of regions a sweep from each root must be for regions to be used. */
const worthwhile = 4;

/**
 * Divides the expressions below several roots into regions, in ascending order: a root is the head
 * of one, and so is every expression that several regions use. Null if it would be hardly less work
 * to differentiate by region than to sweep from each root to the leaves, which takes no products of
 * the derivatives of one region with those of the next.
 */
export function regionsOf(flow: Flow): readonly Region[] | null {
  const { roots, leaves } = flow;
  if (roots.length <= worthwhile) return null;
  const regions = divided(flow);
  let work = 0;
  for (const { inside, next } of regions.values()) work += inside.length + next.size * leaves.size;
  const isWorthwhile = sweptFromEach(roots, regions, worthwhile * work) > worthwhile * work;
  return isWorthwhile ? [...regions.values()].reverse() : null;
}

/** The regions by their heads, which descend. */
function divided(flow: Flow): ReadonlyMap<ExprId, Region> {
  const { pool, order, leaves, active } = flow;
  const roots = new IdSet(order);
  for (const root of flow.roots) roots.add(root);
  /** The head whose region alone uses an expression; -1: none so far, -2: several do. */
  const owner = new Int32Array((order.at(-1) ?? -1) + 1).fill(-1);
  const insides = new Map<ExprId, ExprId[]>();
  const inner = (id: ExprId): boolean => active.has(id) && !leaves.has(id);
  for (let i = order.length - 1; i >= 0; i--) {
    const id = order[i] as ExprId;
    if (!inner(id) || (owner[id] === -1 && !roots.has(id))) continue;
    if (owner[id] === -2 || roots.has(id)) owner[id] = id;
    const head = owner[id] as ExprId;
    const inside = insides.get(head);
    if (inside === undefined) insides.set(head, [id]);
    else inside.push(id);
    for (const operand of activeOperands(pool, id, active)) {
      if (owner[operand] !== head) owner[operand] = owner[operand] === -1 ? head : -2;
    }
  }
  return new Map([...insides].map(([head, inside]) => [head, regionOf(head, inside)] as const));

  function regionOf(head: ExprId, inside: readonly ExprId[]): Region {
    const used = new Set<ExprId>();
    for (const id of inside) {
      for (const operand of activeOperands(pool, id, active)) {
        if (leaves.has(operand) || owner[operand] !== head) used.add(operand);
      }
    }
    const members = [...inside, ...used].sort((a, b) => a - b);
    return { head, inside, next: new Set([...used].filter(inner)), members };
  }
}

/** How many expressions sweeps from each root to the leaves pass; no exact count above `limit`. */
function sweptFromEach(roots: readonly ExprId[], regions: ReadonlyMap<ExprId, Region>, limit: number): number {
  let swept = 0;
  for (const root of roots) {
    const found = new Set([root]);
    for (const head of found) {
      const region = regions.get(head);
      if (region === undefined) continue;
      swept += region.inside.length;
      for (const next of region.next) found.add(next);
    }
    if (swept > limit) break;
  }
  return swept;
}

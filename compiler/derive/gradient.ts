import type { ExprId, ExprPool } from "../ir/pool.js";
import { reachable } from "../ir/walk.js";
import { activityOf } from "./activity.js";
import { Held } from "./held.js";
import { type Mask, Masks } from "./mask.js";
import { overflowOf } from "./overflow.js";
import { contributionsOf } from "./rules.js";

/**
 * The derivatives of `root` with respect to each of the leaves `wrt`; structural zeros are absent.
 *
 * Reverse accumulation over the DAG (Griewank and Walther, Evaluating Derivatives, 2008, chapter
 * 3): one sweep from the root down computes the whole gradient, at a small multiple of the cost of
 * the value. The sweep must not multiply through the branch of a conditional that is not taken,
 * because 0 times infinity is NaN. Every adjoint therefore has a {@link Mask} under which it
 * counts. Where it contributes to an expression that counts more often, it passes through a
 * `select`; the two branches of one condition share one `select`.
 */
export function gradient(pool: ExprPool, root: ExprId, wrt: readonly ExprId[]): ReadonlyMap<ExprId, ExprId> {
  const leaves = new Set(wrt);
  const order = reachable(pool, [root]);
  const activity = activityOf(pool, order, leaves);
  const result = new Map<ExprId, ExprId>();
  if (!activity.active.has(root)) return result;

  const held = new Held(pool, order, leaves);
  const overflow = overflowOf(pool, order, activity.active, held);
  const masks = new Masks(pool);
  const incoming = new Map<ExprId, Map<Mask, ExprId>>([[root, new Map([[masks.root, pool.constant(1)]])]]);
  for (let i = order.length - 1; i >= 0; i--) {
    const id = order[i] as ExprId;
    const received = incoming.get(id);
    if (received === undefined) continue;
    incoming.delete(id);
    if (leaves.has(id)) {
      result.set(id, combine(pool, masks, received, masks.root).adjoint);
      continue;
    }
    const { mask, adjoint } = combine(pool, masks, received, null);
    for (const { to, value, when } of contributionsOf(pool, id, adjoint, { ...activity, ...overflow, held })) {
      const target = when === null ? mask : masks.branch(mask, when.condition, when.holds);
      const sums = incoming.get(to) ?? new Map<Mask, ExprId>();
      incoming.set(to, sums);
      accumulate(pool, sums, target, value);
    }
  }
  return result;
}

/**
 * Combines the adjoints received under different masks into one. The two branches of a condition
 * become a `select` under the enclosing mask, from the innermost outwards; the remaining adjoints
 * are each selected by their mask and summed. `wanted` is the mask that the sum must have; null
 * leaves it free.
 */
function combine(
  pool: ExprPool,
  masks: Masks,
  received: Map<Mask, ExprId>,
  wanted: Mask | null,
): { mask: Mask; adjoint: ExprId } {
  const only = received.size === 1 ? received.entries().next().value : undefined;
  if (only !== undefined && (wanted === null || only[0] === wanted)) return { mask: only[0], adjoint: only[1] };

  const sums = new Map(received);
  mergeBranches(pool, masks, sums);
  const list = [...sums];
  const [first] = list;
  if (first === undefined) throw new Error("fitc bug: no adjoint was received");
  if (list.length === 1 && (wanted === null || first[0] === wanted)) return { mask: first[0], adjoint: first[1] };

  let total: ExprId | null = null;
  for (const [mask, value] of list) {
    const counted = mask.full === null ? value : pool.make("select", mask.full, value, pool.constant(0));
    total = total === null ? counted : pool.make("add", total, counted);
  }
  return { mask: wanted ?? masks.join(list.map(([mask]) => mask)), adjoint: total as ExprId };
}

function mergeBranches(pool: ExprPool, masks: Masks, sums: Map<Mask, ExprId>): void {
  const queue = [...sums.keys()].sort((a, b) => b.depth - a.depth);
  for (let i = 0; i < queue.length; i++) {
    const mask = queue[i] as Mask;
    const { branch } = mask;
    const value = sums.get(mask);
    if (branch === null || value === undefined) continue;
    const other = masks.branch(branch.parent, branch.condition, !branch.holds);
    const otherValue = sums.get(other);
    if (otherValue === undefined) continue;
    sums.delete(mask);
    sums.delete(other);
    const [then, otherwise] = branch.holds ? [value, otherValue] : [otherValue, value];
    if (!sums.has(branch.parent)) queue.push(branch.parent);
    accumulate(pool, sums, branch.parent, pool.make("select", branch.condition, then, otherwise));
  }
}

function accumulate(pool: ExprPool, sums: Map<Mask, ExprId>, mask: Mask, value: ExprId): void {
  const sum = sums.get(mask);
  sums.set(mask, sum === undefined ? value : pool.make("add", sum, value));
}

import type { ExprId, ExprPool } from "../ir/pool.js";
import { reachable } from "../ir/walk.js";
import { type Activity, activityOf } from "./activity.js";
import { Adjoints } from "./adjoints.js";
import { Held } from "./held.js";
import { type Mask, Masks } from "./mask.js";
import { overflowOf } from "./overflow.js";
import { regionsOf } from "./regions.js";
import { chained, contributionsOf, type Facts } from "./rules.js";

/** The derivatives of an expression by leaf; structural zeros are absent. */
export type Derivatives = ReadonlyMap<ExprId, ExprId>;

/**
 * The derivatives of `root` with respect to each of the leaves `wrt`.
 *
 * Reverse accumulation over the DAG (Griewank and Walther, Evaluating Derivatives, 2008, chapter
 * 3): one sweep from the root down computes the whole gradient, at a small multiple of the cost of
 * the value. The sweep must not multiply through the branch of a conditional that is not taken,
 * because 0 times infinity is NaN. Every adjoint therefore has a mask under which it counts. Where
 * it contributes to an expression that counts more often, it passes through a `select`; the two
 * branches of one condition share one `select`.
 */
export function gradient(pool: ExprPool, root: ExprId, wrt: readonly ExprId[]): Derivatives {
  const leaves = new Set(wrt);
  const order = reachable(pool, [root]);
  const activity = activityOf(pool, order, leaves);
  if (!activity.active.has(root)) return new Map();
  return new Sweep(pool, order, leaves, activity).from(root, order, new Map());
}

/**
 * A function that differentiates each of several roots. If they have so much in common that a sweep
 * from each would pass it again and again (in a chain of n roots, each a function of the one
 * before, n^2/2 times), the sweeps end at what they have in common. That is swept once, and its
 * derivatives continue theirs by the chain rule (preaccumulation: Griewank and Walther, 2008,
 * chapter 10).
 */
export function gradients(
  pool: ExprPool,
  roots: readonly ExprId[],
  wrt: readonly ExprId[],
): (root: ExprId) => Derivatives {
  const leaves = new Set(wrt);
  const order = reachable(pool, roots);
  const activity = activityOf(pool, order, leaves);
  const regions = regionsOf({ pool, order, roots, leaves, active: activity.active });
  if (regions === null) return (root) => gradient(pool, root, wrt);
  const sweep = new Sweep(pool, order, leaves, activity);
  const known = new Map<ExprId, Derivatives>();
  for (const { head, members } of regions) known.set(head, sweep.from(head, members, known));
  return (root) => known.get(root) ?? gradient(pool, root, wrt);
}

/** What is known about some expressions, for sweeps through them. */
class Sweep {
  private readonly facts: Facts;
  private readonly masks: Masks;

  constructor(
    private readonly pool: ExprPool,
    order: readonly ExprId[],
    private readonly leaves: ReadonlySet<ExprId>,
    activity: Activity,
  ) {
    const held = new Held(pool, order, leaves);
    this.facts = { ...activity, ...overflowOf(pool, order, activity.active, held), held };
    this.masks = new Masks(pool);
  }

  /**
   * The derivatives of `root`.
   *
   * @param members the expressions that the sweep passes, ascending, from the leaves to the root
   * @param known the derivatives of those at which it ends
   */
  from(root: ExprId, members: readonly ExprId[], known: ReadonlyMap<ExprId, Derivatives>): Derivatives {
    const { pool, leaves, facts, masks } = this;
    const result = new Map<ExprId, ExprId>();
    const adjoints = new Adjoints(pool, masks);
    adjoints.add(root, masks.root, pool.constant(1));
    const pass = (id: ExprId): void => {
      const isLeaf = leaves.has(id);
      const adjoint = adjoints.take(id, isLeaf ? masks.root : null);
      if (adjoint === undefined) return;
      const { mask, value } = adjoint;
      const derivatives = known.get(id);
      if (isLeaf) result.set(id, value);
      else if (derivatives !== undefined) {
        for (const [leaf, derivative] of derivatives) {
          const { slope, when } = this.unmasked(derivative, mask);
          adjoints.add(leaf, when, chained(pool, id, value, slope, facts));
        }
      } else {
        for (const { to, value: part, when } of contributionsOf(pool, id, value, facts)) {
          adjoints.add(to, when === null ? mask : masks.branch(mask, when.condition, when.holds), part);
        }
      }
    };
    for (let i = members.length - 1; i >= 0; i--) pass(members[i] as ExprId);
    // The leaves that only known derivatives have reached.
    for (const leaf of adjoints.receivers()) pass(leaf);
    return result;
  }

  /**
   * A derivative that is 0 in one branch of a condition counts only in the other: an infinite
   * adjoint times that 0 would be NaN.
   */
  private unmasked(derivative: ExprId, mask: Mask): { readonly slope: ExprId; readonly when: Mask } {
    const { pool, masks } = this;
    const zero = pool.constant(0);
    let [slope, when] = [derivative, mask];
    for (let node = pool.node(slope); node.op === "select"; node = pool.node(slope)) {
      const [condition, then, otherwise] = node.args as readonly [ExprId, ExprId, ExprId];
      if (then !== zero && otherwise !== zero) break;
      const holds = otherwise === zero;
      when = masks.branch(when, condition, holds);
      slope = holds ? then : otherwise;
    }
    return { slope, when };
  }
}

import type { ExprId, ExprPool } from "../ir/pool.js";
import type { Mask, Masks } from "./mask.js";

/** The adjoint of an expression, and the mask under which it counts. */
export interface Adjoint {
  readonly mask: Mask;
  readonly value: ExprId;
}

/**
 * The adjoints that expressions have received so far, each a sum for every mask. Most receive
 * theirs under one mask, and need no map of masks.
 */
export class Adjoints {
  private readonly single = new Map<ExprId, Adjoint>();
  private readonly several = new Map<ExprId, Map<Mask, ExprId>>();

  constructor(
    private readonly pool: ExprPool,
    private readonly masks: Masks,
  ) {}

  add(to: ExprId, mask: Mask, value: ExprId): void {
    const sums = this.several.get(to);
    const only = this.single.get(to);
    if (sums !== undefined) accumulate(this.pool, sums, mask, value);
    else if (only === undefined) this.single.set(to, { mask, value });
    else if (only.mask === mask) this.single.set(to, { mask, value: this.pool.make("add", only.value, value) });
    else this.several.set(to, new Map([[only.mask, only.value]]).set(mask, value));
  }

  /** The expressions whose adjoints have not been taken, from the last one in the pool. */
  receivers(): readonly ExprId[] {
    return [...this.single.keys()].sort((a, b) => b - a);
  }

  /**
   * The whole adjoint of an expression; undefined if it has received none.
   * @param wanted the mask that it must have; null leaves it free
   */
  take(id: ExprId, wanted: Mask | null): Adjoint | undefined {
    const only = this.single.get(id);
    const sums = this.several.get(id);
    this.single.delete(id);
    this.several.delete(id);
    if (only === undefined) return undefined;
    if (sums !== undefined) return combine(this.pool, this.masks, sums, wanted);
    if (wanted === null || only.mask === wanted) return only;
    return combine(this.pool, this.masks, new Map([[only.mask, only.value]]), wanted);
  }
}

/**
 * Combines the adjoints received under different masks into one. The two branches of a condition
 * become a `select` under the enclosing mask, from the innermost outwards; the remaining adjoints
 * are each selected by their mask and summed.
 */
function combine(pool: ExprPool, masks: Masks, sums: Map<Mask, ExprId>, wanted: Mask | null): Adjoint {
  mergeBranches(pool, masks, sums);
  const list = [...sums];
  const [first] = list;
  if (first === undefined) throw new Error("fitc bug: no adjoint was received");
  if (list.length === 1 && (wanted === null || first[0] === wanted)) return { mask: first[0], value: first[1] };

  let total: ExprId | null = null;
  for (const [mask, value] of list) {
    const counted = mask.full === null ? value : pool.make("select", mask.full, value, pool.constant(0));
    total = total === null ? counted : pool.make("add", total, counted);
  }
  return { mask: wanted ?? masks.join(list.map(([mask]) => mask)), value: total as ExprId };
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

import type { ExprId, ExprPool } from "../ir/pool.js";

/**
 * The condition under which a subexpression counts: that of the branches around it. A value
 * computed under a mask is meaningless (possibly NaN or infinite) wherever the mask does not hold,
 * and must pass through a `select` before it is combined with anything else.
 */
export interface Mask {
  /** The whole condition; null at the root, which always counts. */
  readonly full: ExprId | null;
  /**
   * The enclosing mask, and which branch of `condition` this mask is; null at the root and for
   * joined masks.
   */
  readonly branch: { readonly parent: Mask; readonly condition: ExprId; readonly holds: boolean } | null;
  readonly depth: number;
}

/** The masks of one differentiation; equal masks are the same object. */
export class Masks {
  readonly root: Mask = { full: null, branch: null, depth: 0 };
  private readonly known = new Map<ExprId, Mask>();

  constructor(private readonly pool: ExprPool) {}

  branch(parent: Mask, condition: ExprId, holds: boolean): Mask {
    if (parent.branch?.condition === condition && parent.branch.holds === holds) return parent;
    const literal = holds ? condition : this.pool.make("not", condition);
    const full = parent.full === null ? literal : this.pool.make("and", parent.full, literal);
    return this.intern({ full, branch: { parent, condition, holds }, depth: parent.depth + 1 });
  }

  /** The mask that holds if any of the given ones does. */
  join(masks: readonly Mask[]): Mask {
    let full: ExprId | null = null;
    for (const mask of masks) {
      if (mask.full === null) return this.root;
      full = full === null ? mask.full : this.pool.make("or", full, mask.full);
    }
    return full === null ? this.root : this.intern({ full, branch: null, depth: 1 });
  }

  private intern(mask: Mask & { full: ExprId }): Mask {
    const same = this.known.get(mask.full);
    if (same !== undefined) return same;
    this.known.set(mask.full, mask);
    return mask;
  }
}

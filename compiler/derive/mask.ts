import type { ExprId, ExprPool } from "../ir/pool.js";

/**
 * When a piece of an expression counts: the condition of the branches that it stands in. What is computed under a mask is
 * meaningless, NaN and infinity included, wherever the mask does not hold, and must pass a `select` before it meets
 * anything else.
 */
export interface Mask {
  /** Null at the root, which always counts. */
  readonly full: ExprId | null;
  /** The mask around this one, and which branch of `condition` this one is; null at the root and for joined masks. */
  readonly branch: { readonly parent: Mask; readonly condition: ExprId; readonly holds: boolean } | null;
  readonly depth: number;
}

/** The masks of one differentiation; equal masks are one object. */
export class Masks {
  readonly root: Mask = { full: null, branch: null, depth: 0 };
  private readonly known = new Map<ExprId, Mask>();

  constructor(private readonly pool: ExprPool) {}

  branch(parent: Mask, condition: ExprId, holds: boolean): Mask {
    const literal = holds ? condition : this.pool.make("not", condition);
    const full = parent.full === null ? literal : this.pool.make("and", parent.full, literal);
    return this.intern({ full, branch: { parent, condition, holds }, depth: parent.depth + 1 });
  }

  /** Where any of several masks holds. */
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

import type { ExprId, ExprPool } from "./pool.js";

/** A set of expressions that were in the pool when it was created, as one byte for each. */
export class IdSet {
  private readonly members: Uint8Array;

  constructor(pool: ExprPool) {
    this.members = new Uint8Array(pool.size);
  }

  has(id: ExprId): boolean {
    return this.members[id] === 1;
  }

  add(id: ExprId): void {
    this.members[id] = 1;
  }

  delete(id: ExprId): void {
    this.members[id] = 0;
  }
}

/** What a pass that only reads needs: a `Set` or an {@link IdSet}. */
export type ReadonlyIdSet = Pick<ReadonlySet<ExprId>, "has">;

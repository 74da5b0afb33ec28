import type { ExprId } from "./pool.js";

/** A set of some expressions and their operands, as one byte for each expression of the pool. */
export class IdSet {
  private readonly members: Uint8Array;

  /** @param order ascending; the set can contain what comes before its last expression */
  constructor(order: readonly ExprId[]) {
    this.members = new Uint8Array((order.at(-1) ?? -1) + 1);
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

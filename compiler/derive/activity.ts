import { IdSet, type ReadonlyIdSet } from "../ir/id-set.js";
import type { ExprId, ExprPool } from "../ir/pool.js";
import type { Primitive } from "../ir/primitives.js";

/** Through which expressions derivatives can flow. */
export interface Activity {
  /**
   * Expressions through which a derivative with respect to a leaf can flow. None flows through
   * steps and conditions.
   */
  readonly active: ReadonlyIdSet;
  /**
   * Expressions for which all operations above and below, between the root and the leaves, have
   * finite slopes wherever their values are finite: the product of these derivatives is never 0
   * times infinity.
   */
  readonly finiteSlopes: ReadonlyIdSet;
}

const finiteSlopeOperations: ReadonlySet<Primitive> = new Set<Primitive>([
  "add",
  "sub",
  "neg",
  "mul",
  "div",
  "exp",
  "log",
  "sin",
  "cos",
  "abs",
  "select",
]);

/**
 * @param order expressions in ascending order, with the operands of each
 */
export function activityOf(pool: ExprPool, order: readonly ExprId[], leaves: ReadonlySet<ExprId>): Activity {
  const active = new IdSet(order);
  const finiteSlopes = new IdSet(order);
  for (const id of order) {
    const operands = activeOperands(pool, id, active);
    if (leaves.has(id)) finiteSlopes.add(id);
    else if (operands.length === 0) continue;
    else if (finiteSlopeOperations.has(pool.node(id).op) && operands.every((operand) => finiteSlopes.has(operand)))
      finiteSlopes.add(id);
    active.add(id);
  }
  // The operands, direct and indirect, of operations that may have infinite slopes.
  const belowInfiniteSlopes = new IdSet(order);
  for (let i = order.length - 1; i >= 0; i--) {
    const id = order[i] as ExprId;
    if (belowInfiniteSlopes.has(id)) finiteSlopes.delete(id);
    if (belowInfiniteSlopes.has(id) || !finiteSlopeOperations.has(pool.node(id).op))
      for (const operand of activeOperands(pool, id, active)) belowInfiniteSlopes.add(operand);
  }
  return { active, finiteSlopes };
}

/** The operands from which derivatives flow into an expression. */
export function activeOperands(pool: ExprPool, id: ExprId, active: ReadonlyIdSet): readonly ExprId[] {
  const { op, args } = pool.node(id);
  if (op === "sign" || op === "floor" || op === "ceil" || op === "reduce") return [];
  return (op === "select" ? args.slice(1) : args).filter((argument) => active.has(argument));
}

import { applyOperation } from "./evaluate.js";
import type { ExprId, ExprNode, ExprPool } from "./pool.js";
import type { Primitive } from "./primitives.js";

/**
 * Operations that IEEE 754 rounds correctly, so that folding them at compile time gives the same
 * bits as any engine. Others, such as `exp`, are left to run time, where they are computed once.
 */
const exact: ReadonlySet<Primitive> = new Set<Primitive>([
  "add",
  "sub",
  "mul",
  "div",
  "neg",
  "abs",
  "sign",
  "floor",
  "ceil",
  "sqrt",
]);

/**
 * The constant that has the same bits as `id` at run time, or `id` itself. Its operands must be
 * folded already.
 */
export function foldConstant(pool: ExprPool, id: ExprId): ExprId {
  const node = pool.node(id);
  if (!exact.has(node.op)) return id;
  const args = constants(pool, node);
  return args === null ? id : pool.constant(applyOperation(node, args));
}

/** The result of a comparison of constants; null if it is not known at compile time. */
export function knownCondition(pool: ExprPool, id: ExprId): boolean | null {
  const node = pool.node(id);
  if (node.op !== "lt" && node.op !== "le" && node.op !== "eq") return null;
  const args = constants(pool, node);
  return args === null ? null : applyOperation(node, args) !== 0;
}

function constants(pool: ExprPool, node: ExprNode): readonly number[] | null {
  const values: number[] = [];
  for (const argument of node.args) {
    const operand = pool.node(argument);
    if (operand.op !== "const") return null;
    values.push(operand.value);
  }
  return values;
}

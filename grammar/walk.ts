import type { Expr } from "./nodes.js";

const none: readonly Expr[] = [];

/** The operands of an expression, from left to right. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "call":
      return expr.args;
    case "unary":
      return [expr.operand];
    case "binary":
      return [expr.left, expr.right];
    case "if":
      return [expr.condition, expr.then, expr.else];
    default:
      return none;
  }
}

/**
 * All nodes of the tree, including `root`: operands before their operators, from left to right,
 * without recursion.
 */
export function postorder(root: Expr): readonly Expr[] {
  const reversed: Expr[] = [];
  const stack: Expr[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    reversed.push(node);
    for (const child of childrenOf(node)) stack.push(child);
  }
  return reversed.reverse();
}

import type { ExprId, ExprNode, ExprPool } from "../ir/pool.js";
import { reachable } from "../ir/walk.js";

/**
 * The value of an expression if parameters in which it is linear are 0; null if it is 0 itself.
 * Unlike the simplification passes, this uses the rules of real numbers (0 times x is 0), so that
 * everything these parameters multiply disappears.
 */
export function atZero(pool: ExprPool, root: ExprId, zeros: ReadonlySet<ExprId>): ExprId | null {
  const values = new Map<ExprId, ExprId | null>();
  for (const id of reachable(pool, [root])) {
    const node = pool.node(id);
    if (zeros.has(id)) values.set(id, null);
    else if (node.op === "reduce" || !node.args.some((argument) => values.has(argument))) continue;
    else values.set(id, nodeAtZero(pool, node, values));
  }
  return at(values, root);
}

function nodeAtZero(pool: ExprPool, node: ExprNode, values: ReadonlyMap<ExprId, ExprId | null>): ExprId | null {
  const [a, b, c] = node.args.map((argument) => at(values, argument));
  if (a === undefined) throw new Error(`fitc bug: ${node.op} has no operand`);
  if (node.op === "neg") return a === null ? null : pool.make("neg", a);
  if (b === undefined) throw new Error(`fitc bug: ${node.op} is not linear`);
  switch (node.op) {
    case "add":
      if (a === null || b === null) return a ?? b;
      return pool.make("add", a, b);
    case "sub":
      if (b === null) return a;
      return a === null ? pool.make("neg", b) : pool.make("sub", a, b);
    case "mul":
      return a === null || b === null ? null : pool.make("mul", a, b);
    case "div":
      return a === null || b === null ? null : pool.make("div", a, b);
    case "select": {
      if (a === null || c === undefined || (b === null && c === null)) return null;
      const zero = pool.constant(0);
      return pool.make("select", a, b ?? zero, c ?? zero);
    }
    default:
      throw new Error(`fitc bug: ${node.op} is not linear`);
  }
}

function at(values: ReadonlyMap<ExprId, ExprId | null>, id: ExprId): ExprId | null {
  const value = values.get(id);
  return value === undefined ? id : value;
}

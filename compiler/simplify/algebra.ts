import { power } from "../builtins/pow.js";
import { foldConstant, knownCondition } from "../ir/fold.js";
import type { ExprId, ExprNode, ExprPool } from "../ir/pool.js";
import { isPowerOfTwo } from "./power-of-two.js";

/**
 * Identities that are exact in IEEE arithmetic, including the sign of zero, NaN and infinity.
 * Identities that hold only for real numbers are not used: x/x is not 1 (0/0), 0*x is not 0
 * (infinity), x - x is not 0, x + 0 is not x (-0).
 */
export function simplify(pool: ExprPool, id: ExprId): ExprId {
  const folded = foldConstant(pool, id);
  if (folded !== id) return folded;
  const node = pool.node(id);
  const [a, b, c] = node.args;
  if (a === undefined) return id;
  switch (node.op) {
    case "neg":
      return negation(pool, id, a);
    case "abs": {
      const inner = pool.node(a);
      if (inner.op === "abs") return a;
      return inner.op === "neg" ? pool.make("abs", first(inner)) : id;
    }
    case "not":
      return pool.node(a).op === "not" ? first(pool.node(a)) : id;
  }
  if (b === undefined) return id;
  switch (node.op) {
    case "add":
      return sum(pool, id, a, b);
    case "sub":
      return difference(pool, id, a, b);
    case "mul":
      return product(pool, id, a, b);
    case "div":
      return quotient(pool, id, a, b);
    case "pow": {
      const { op, value } = pool.node(b);
      // The product of three factors is not rounded as the power is.
      return op === "const" && value === 3 ? id : power(pool, a, b);
    }
    case "and":
    case "or":
      return connective(pool, id, a, b);
  }
  return node.op === "select" && c !== undefined ? choice(pool, id, a, b, c) : id;
}

function negation(pool: ExprPool, id: ExprId, x: ExprId): ExprId {
  const inner = pool.node(x);
  const [a, b] = inner.args;
  if (a === undefined) return id;
  if (inner.op === "neg") return a;
  if (b === undefined || (inner.op !== "mul" && inner.op !== "div")) return id;
  const [left, right] = [pool.node(a), pool.node(b)];
  if (left.op === "neg") return pool.make(inner.op, first(left), b);
  if (right.op === "neg") return pool.make(inner.op, a, first(right));
  // -(c x) is (-c) x; constants come first in a product.
  return left.op === "const" ? pool.make(inner.op, negated(pool, a), b) : id;
}

function sum(pool: ExprPool, id: ExprId, a: ExprId, b: ExprId): ExprId {
  const [left, right] = [pool.node(a), pool.node(b)];
  if (isConstant(left, -0)) return b;
  if (isConstant(right, -0)) return a;
  if (right.op === "neg") return pool.make("sub", a, first(right));
  if (left.op === "neg") return pool.make("sub", b, first(left));
  // A fixed order of commuting operands, so that equal sums and products are one expression.
  return b < a ? pool.make("add", b, a) : id;
}

function difference(pool: ExprPool, id: ExprId, a: ExprId, b: ExprId): ExprId {
  const right = pool.node(b);
  if (isConstant(right, 0)) return a;
  return right.op === "neg" ? pool.make("add", a, first(right)) : id;
}

function product(pool: ExprPool, id: ExprId, a: ExprId, b: ExprId): ExprId {
  const [left, right] = [pool.node(a), pool.node(b)];
  if (right.op === "const" && left.op !== "const") return pool.make("mul", b, a);
  if (left.op === "neg" && right.op === "neg") return pool.make("mul", first(left), first(right));
  if (left.op === "const") {
    if (left.value === 1) return b;
    if (left.value === -1) return pool.make("neg", b);
    if (right.op === "neg") return pool.make("mul", negated(pool, a), first(right));
    return id;
  }
  return b < a ? pool.make("mul", b, a) : id;
}

function quotient(pool: ExprPool, id: ExprId, a: ExprId, b: ExprId): ExprId {
  const [left, right] = [pool.node(a), pool.node(b)];
  if (left.op === "neg" && right.op === "neg") return pool.make("div", first(left), first(right));
  if (right.op !== "const") return id;
  if (right.value === 1) return a;
  if (right.value === -1) return pool.make("neg", a);
  if (left.op === "neg") return pool.make("div", first(left), negated(pool, b));
  return isPowerOfTwo(right.value) ? pool.make("mul", pool.constant(1 / right.value), a) : id;
}

function connective(pool: ExprPool, id: ExprId, a: ExprId, b: ExprId): ExprId {
  if (a === b) return a;
  const decisive = pool.node(id).op === "or";
  for (const [operand, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = knownCondition(pool, operand);
    if (known !== null) return known === decisive ? operand : other;
  }
  return id;
}

function choice(pool: ExprPool, id: ExprId, condition: ExprId, a: ExprId, b: ExprId): ExprId {
  if (a === b) return a;
  const known = knownCondition(pool, condition);
  if (known !== null) return known ? a : b;
  if (pool.node(condition).op === "not") return pool.make("select", first(pool.node(condition)), b, a);
  const chosenA = underCondition(pool, condition, a, 1);
  const chosenB = underCondition(pool, condition, b, 2);
  return chosenA === a && chosenB === b ? id : pool.make("select", condition, chosenA, chosenB);
}

/** `x` in a branch of `condition`: there a select on the same condition is already decided. */
function underCondition(pool: ExprPool, condition: ExprId, x: ExprId, branch: 1 | 2): ExprId {
  const node = pool.node(x);
  return node.op === "select" && node.args[0] === condition ? (node.args[branch] ?? x) : x;
}

function isConstant(node: ExprNode, value: number): boolean {
  return node.op === "const" && Object.is(node.value, value);
}

function negated(pool: ExprPool, constant: ExprId): ExprId {
  return pool.constant(-pool.node(constant).value);
}

function first(node: ExprNode): ExprId {
  const [id] = node.args;
  if (id === undefined) throw new Error(`fitc bug: ${node.op} lacks its operand`);
  return id;
}

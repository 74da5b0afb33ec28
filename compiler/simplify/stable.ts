import type { ExprId, ExprNode, ExprPool } from "../ir/pool.js";
import { isNormal, isPowerOfTwo } from "./power-of-two.js";

/**
 * Replaces formulas that lose digits to cancellation or overflow by stable forms. Each is an
 * identity of real numbers, so the value moves towards the exact one. Derivatives have been taken
 * before, from what the user wrote.
 */
export function stabilise(pool: ExprPool, id: ExprId): ExprId {
  const node = pool.node(id);
  const [a, b] = node.args;
  if (a === undefined) return id;
  if (node.op === "log") return logarithm(pool, id, a);
  if (node.op === "sqrt") return root(pool, id, a);
  if (b === undefined) return id;
  if (node.op === "add") return sum(pool, id, a, b);
  if (node.op === "mul") return product(pool, id, a, b);
  return node.op === "sub" ? difference(pool, id, a, b) : id;
}

/** log(1 + x) and log(1 - x). */
function logarithm(pool: ExprPool, id: ExprId, x: ExprId): ExprId {
  const inner = pool.node(x);
  const [a, b] = inner.args;
  if (a === undefined || b === undefined) return id;
  if (inner.op === "add" && isOne(pool, a)) return pool.make("log1p", b);
  if (inner.op === "add" && isOne(pool, b)) return pool.make("log1p", a);
  return inner.op === "sub" && isOne(pool, a) ? pool.make("log1p", pool.make("neg", b)) : id;
}

/** sqrt(x^2 + y^2), whose squares overflow or underflow before the root does. */
function root(pool: ExprPool, id: ExprId, x: ExprId): ExprId {
  const inner = pool.node(x);
  if (inner.op !== "add") return id;
  const bases = inner.args.map((term) => {
    const { op, args } = pool.node(term);
    return op === "mul" && args[0] === args[1] ? args[0] : undefined;
  });
  const [a, b] = bases;
  return a === undefined || b === undefined ? id : pool.call("hypot", [a, b]);
}

/** 1 + erf(x), and exp(x) + (-1). */
function sum(pool: ExprPool, id: ExprId, a: ExprId, b: ExprId): ExprId {
  for (const [constant, term] of [
    [a, b],
    [b, a],
  ] as const) {
    const node = pool.node(term);
    const x = node.args[0];
    if (x === undefined) continue;
    if (isOne(pool, constant) && isCall(node, "erf")) return pool.call("erfc", [pool.make("neg", x)]);
    if (isMinusOne(pool, constant)) return lessOne(pool, term) ?? id;
  }
  return id;
}

/**
 * c (d x) is (c d) x if one of c and d is a power of 2: this rounds less, and d x cannot overflow
 * on the way.
 */
function product(pool: ExprPool, id: ExprId, a: ExprId, b: ExprId): ExprId {
  const { op, args } = pool.node(b);
  const [inner, x] = args;
  if (op !== "mul" || inner === undefined || x === undefined) return id;
  const [c, d] = [pool.node(a), pool.node(inner)];
  if (c.op !== "const" || d.op !== "const" || !(isPowerOfTwo(c.value) || isPowerOfTwo(d.value))) return id;
  return isNormal(c.value * d.value) ? pool.make("mul", pool.constant(c.value * d.value), x) : id;
}

function difference(pool: ExprPool, id: ExprId, a: ExprId, b: ExprId): ExprId {
  if (isOne(pool, b)) return lessOne(pool, a) ?? id;
  if (!isOne(pool, a)) return id;
  const node = pool.node(b);
  const x = node.args[0];
  if (x === undefined) return id;
  if (isCall(node, "erf")) return pool.call("erfc", [x]);
  if (isCall(node, "erfc")) return pool.call("erf", [x]);
  // 0 - expm1(x), not -expm1(x), which would be -0 at 0.
  return node.op === "exp" ? pool.make("sub", pool.constant(0), pool.make("expm1", x)) : id;
}

/**
 * x - 1 without cancellation: exp(t) - 1, erf(t) - 1, and sqrt(1 + t) - 1 = t / (sqrt(1 + t) + 1).
 */
function lessOne(pool: ExprPool, x: ExprId): ExprId | null {
  const node = pool.node(x);
  const inner = node.args[0];
  if (inner === undefined) return null;
  if (node.op === "exp") return pool.make("expm1", inner);
  if (isCall(node, "erf")) return pool.make("neg", pool.call("erfc", [inner]));
  if (node.op !== "sqrt") return null;
  const { op, args } = pool.node(inner);
  const t = op === "add" ? args.find((_, index) => isOne(pool, args[1 - index])) : undefined;
  return t === undefined ? null : pool.make("div", t, pool.make("add", pool.constant(1), x));
}

function isCall(node: ExprNode, name: string): boolean {
  return node.op === "call" && node.name === name;
}

function isOne(pool: ExprPool, id: ExprId | undefined): boolean {
  return id !== undefined && pool.node(id).op === "const" && pool.node(id).value === 1;
}

function isMinusOne(pool: ExprPool, id: ExprId): boolean {
  return pool.node(id).op === "const" && pool.node(id).value === -1;
}

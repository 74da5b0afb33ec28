import { logistic as evaluateLogistic, softplus as evaluateSoftplus } from "../../math/index.js";
import type { ExprId, ExprPool } from "../ir/pool.js";
import { called } from "./define.js";

/**
 * The function to which `log(1 + exp(x))` and `log1p(exp(x))` are lowered. This happens before
 * differentiation, because neither the value nor the derivative of the original forms survives an
 * overflow of the exponential.
 */
export const softplus = called("softplus", 1, evaluateSoftplus, {
  kind: "smooth",
  partials: (pool, args) => [pool.call("logistic", args)],
});

/** 1 / (1 + exp(-x)). */
export const logistic = called("logistic", 1, evaluateLogistic, {
  kind: "smooth",
  partials: (pool, args, value) =>
    args.map((x) => pool.make("mul", value, pool.call("logistic", [pool.make("neg", x)]))),
});

/** The u of an expression 1 + exp(u) or exp(u) + 1; null for any other expression. */
export function exponentOfOnePlusExp(pool: ExprPool, id: ExprId): ExprId | null {
  const { op, args } = pool.node(id);
  if (op !== "add") return null;
  const other = args.find((_, index) => args[1 - index] === pool.constant(1));
  return other === undefined ? null : exponentOfExp(pool, other);
}

/** The u of an expression exp(u); null for any other expression. */
export function exponentOfExp(pool: ExprPool, id: ExprId): ExprId | null {
  const { op, args } = pool.node(id);
  return op === "exp" ? (args[0] ?? null) : null;
}

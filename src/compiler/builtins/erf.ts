import { erf as evaluate } from "../../math/index.js";
import type { ExprId, ExprPool } from "../ir/pool.js";
import { smooth } from "./define.js";

export const erf = smooth("erf", evaluate, erfDerivative, "The error function.");

/** 2/sqrt(pi) exp(-x^2), DLMF 7.2.1. */
export function erfDerivative(pool: ExprPool, x: ExprId): ExprId {
  const bell = pool.make("exp", pool.make("neg", pool.make("mul", x, x)));
  return pool.make("mul", pool.constant(2 / Math.sqrt(Math.PI)), bell);
}

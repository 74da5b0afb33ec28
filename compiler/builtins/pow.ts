import { powDx as evaluateDx, powDy as evaluateDy } from "../../math/index.js";
import type { ExprId, ExprPool } from "../ir/pool.js";
import type { Builtin } from "./builtin.js";
import { argument, called } from "./define.js";

export const pow: Builtin = {
  name: "pow",
  minArgs: 2,
  maxArgs: 2,
  units: "power",
  doc: "pow(x, y), the same as x^y: x^0 is 1 with derivative 0; x^y at x = 0, y > 0 is 0 with derivative 0 in y.",
  expand: (pool, args) => power(pool, argument(args, 0), argument(args, 1)),
};

/**
 * x^y for special exponents: x^0 is 1, x^1 is x, x^-1 is 1/x, and x^2 and x^3 are products
 * (correctly rounded and within 1.3 ulp, respectively). Other powers stay `pow`: more products, or
 * a reciprocal, would lose digits or overflow before the result does, and x^0.5 is not sqrt(x),
 * which differs at -0 and -inf.
 */
export function power(pool: ExprPool, x: ExprId, y: ExprId): ExprId {
  const exponent = pool.node(y);
  if (exponent.op === "const") {
    switch (exponent.value) {
      case 0:
        return pool.constant(1);
      case 1:
        return x;
      case -1:
        return pool.make("div", pool.constant(1), x);
      case 2:
        return pool.make("mul", x, x);
      case 3:
        return pool.make("mul", pool.make("mul", x, x), x);
    }
  }
  return pool.make("pow", x, y);
}

/**
 * The derivatives of x^y: with respect to x as a function of (x, y, x^y), with respect to y as a
 * function of (x, x^y).
 */
export const powDx = called("powDx", 3, evaluateDx, { kind: "none" });
export const powDy = called("powDy", 2, evaluateDy, { kind: "none" });

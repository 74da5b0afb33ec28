import { powDx as evaluateDx, powDy as evaluateDy } from "../../math/index.js";
import type { ExprId, ExprPool } from "../ir/pool.js";
import type { Builtin } from "./builtin.js";
import { argument, called } from "./define.js";

export const pow: Builtin = {
  name: "pow",
  minArgs: 2,
  maxArgs: 2,
  units: "power",
  doc: {
    what: "pow(x, y), the same as x^y: x^0 is 1 with derivative 0; x^y at x = 0, y > 0 is 0 with derivative 0 in y.",
    args: "x, y",
    domain: "x >= 0, or y a whole number (then x != 0 if y < 0)",
    derivative: "y * pow(x, y - 1) in x, and pow(x, y) * log(x) in y",
    example: "A * pow(t, -alpha)",
  },
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
 * The derivative of x^y with respect to x, as a function of (x, y, x^y). The last argument only
 * saves its computation: the derivatives, y (y - 1) x^(y-2) and x^(y-1) (1 + y log x), are those
 * for x^y that follows x and y.
 */
export const powDx = called("powDx", 3, evaluateDx, {
  kind: "smooth",
  partials: (pool, args) => {
    const [x, y] = [argument(args, 0), argument(args, 1)];
    const less = pool.make("sub", y, pool.constant(1));
    const below = power(pool, x, less);
    const byLess = pool.call("powDy", [x, below]);
    return [
      pool.call("productOrZero", [y, pool.call("powDx", [x, less, below])]),
      pool.make("add", below, pool.call("productOrZero", [y, byLess])),
    ];
  },
});

/**
 * The derivative of x^y with respect to y, x^y log x, as a function of (x, x^y). It is 0 at x = 0,
 * and so are its derivatives.
 */
export const powDy = called("powDy", 2, evaluateDy, {
  kind: "smooth",
  partials: (pool, args) => {
    const [x, value] = [argument(args, 0), argument(args, 1)];
    const zero = pool.constant(0);
    const away = (slope: ExprId) => pool.make("select", pool.make("eq", x, zero), zero, slope);
    return [away(pool.make("div", value, x)), away(pool.make("log", x))];
  },
});

import { smooth } from "./define.js";

export const asinh = smooth(
  "asinh",
  Math.asinh,
  // hypot, because x*x overflows long before the derivative underflows.
  (pool, x) => pool.make("div", pool.constant(1), pool.call("hypot", [pool.constant(1), x])),
  {
    what: "The inverse hyperbolic sine, log(x + sqrt(x^2 + 1)).",
    domain: "any x",
    derivative: "1 / sqrt(x^2 + 1)",
    example: "a * asinh(x / x0)",
  },
);

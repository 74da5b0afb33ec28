import { smooth } from "./define.js";

export const asinh = smooth(
  "asinh",
  Math.asinh,
  // hypot, because x*x overflows long before the derivative underflows.
  (pool, x) => pool.make("div", pool.constant(1), pool.call("hypot", [pool.constant(1), x])),
  "The inverse hyperbolic sine.",
);

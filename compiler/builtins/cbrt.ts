import { smooth } from "./define.js";

export const cbrt = smooth(
  "cbrt",
  Math.cbrt,
  (pool, _x, value) =>
    pool.make("div", pool.constant(1), pool.make("mul", pool.constant(3), pool.make("mul", value, value))),
  {
    what: "The cube root, of negative numbers too.",
    domain: "any x",
    derivative: "1 / (3 * cbrt(x)^2)",
    example: "r0 * cbrt(m)",
  },
  "root3",
);

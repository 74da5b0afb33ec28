import { smooth } from "./define.js";

export const cbrt = smooth(
  "cbrt",
  Math.cbrt,
  (pool, _x, value) =>
    pool.make("div", pool.constant(1), pool.make("mul", pool.constant(3), pool.make("mul", value, value))),
  "The cube root, of negative numbers too.",
  "root3",
);

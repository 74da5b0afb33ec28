import { smooth } from "./define.js";

export const log10 = smooth(
  "log10",
  Math.log10,
  (pool, x) => pool.make("div", pool.constant(Math.LOG10E), x),
  "The logarithm to base 10.",
);

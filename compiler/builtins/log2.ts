import { smooth } from "./define.js";

export const log2 = smooth(
  "log2",
  Math.log2,
  (pool, x) => pool.make("div", pool.constant(Math.LOG2E), x),
  "The logarithm to base 2.",
);

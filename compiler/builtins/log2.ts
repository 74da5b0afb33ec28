import { smooth } from "./define.js";

export const log2 = smooth("log2", Math.log2, (pool, x) => pool.make("div", pool.constant(Math.LOG2E), x), {
  what: "The logarithm to base 2.",
  domain: "x > 0",
  derivative: "1 / (x * log(2))",
  example: "a + b * log2(n)",
});

import { smooth } from "./define.js";

export const log10 = smooth("log10", Math.log10, (pool, x) => pool.make("div", pool.constant(Math.LOG10E), x), {
  what: "The logarithm to base 10.",
  domain: "x > 0",
  derivative: "1 / (x * log(10))",
  example: "E0 + slope * log10(c)",
});

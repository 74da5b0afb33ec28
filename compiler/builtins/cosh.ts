import { smooth } from "./define.js";

export const cosh = smooth("cosh", Math.cosh, (pool, x) => pool.call("sinh", [x]), {
  what: "The hyperbolic cosine, (exp(x) + exp(-x)) / 2.",
  domain: "any x",
  derivative: "sinh(x)",
  example: "a * cosh((x - x0) / a) + y0",
});

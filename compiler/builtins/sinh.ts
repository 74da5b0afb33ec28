import { smooth } from "./define.js";

export const sinh = smooth("sinh", Math.sinh, (pool, x) => pool.call("cosh", [x]), {
  what: "The hyperbolic sine, (exp(x) - exp(-x)) / 2.",
  domain: "any x",
  derivative: "cosh(x)",
  example: "a * sinh(x / w)",
});

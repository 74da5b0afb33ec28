import { gamma as evaluate } from "../../math/index.js";
import { smooth } from "./define.js";

export const gamma = smooth("gamma", evaluate, (pool, x, value) => pool.make("mul", value, pool.call("digamma", [x])), {
  what: "The gamma function: (x - 1)! for a whole number x.",
  domain: "any x but 0, -1, -2, ...",
  derivative: "gamma(x) * digamma(x)",
  example: "A * t^(n - 1) * exp(-t / tau) / gamma(n)",
});

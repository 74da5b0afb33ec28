import { erfc as evaluate } from "../../math/index.js";
import { smooth } from "./define.js";

export const erfc = smooth("erfc", evaluate, (pool, x) => pool.make("neg", pool.call("erfDerivative", [x])), {
  what: "The complementary error function, 1 - erf(x), accurate where it is small.",
  domain: "any x",
  derivative: "-2 / sqrt(pi) * exp(-x^2)",
  example: "c0 * erfc(x / (2 * sqrt(D * t)))",
});

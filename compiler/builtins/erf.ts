import { erf as evaluate, erfDerivative as evaluateDerivative } from "../../math/index.js";
import { called, smooth } from "./define.js";

export const erf = smooth("erf", evaluate, (pool, x) => pool.call("erfDerivative", [x]), {
  what: "The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.",
  domain: "any x",
  derivative: "2 / sqrt(pi) * exp(-x^2)",
  example: "a / 2 * (1 + erf((x - x0) / (w * sqrt(2))))",
});

/** 2/sqrt(pi) exp(-x^2): a `call`, because exp(-x*x) loses digits to the rounding of x*x. */
export const erfDerivative = called("erfDerivative", 1, evaluateDerivative, {
  kind: "smooth",
  partials: (pool, args, value) => args.map((x) => pool.make("mul", pool.make("mul", pool.constant(-2), x), value)),
});

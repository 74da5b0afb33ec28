import { besselj1 as evaluate, besselj1Derivative as evaluateDerivative } from "../../math/index.js";
import { called, smooth } from "./define.js";

export const besselj1 = smooth("besselj1", evaluate, (pool, x) => pool.call("besselj1Derivative", [x]), {
  what: "The Bessel function of the first kind of order 1.",
  domain: "any x",
  derivative: "besselj0(x) - besselj1(x) / x",
  example: "I0 * (2 * besselj1(a * q) / (a * q))^2",
});

/** The derivative of J1: J0 - J1/x, and 1/2 at 0. */
export const besselj1Derivative = called("besselj1Derivative", 1, evaluateDerivative, {
  kind: "smooth",
  partials: (pool, [x], value) => {
    // Bessel's equation: x J1'' + J1' + (x - 1/x) J1 = 0, with J1'' = 0 at 0.
    if (x === undefined) return [];
    const j1 = pool.call("besselj1", [x]);
    const slope = pool.make("div", pool.make("sub", value, pool.make("div", j1, x)), x);
    const away = pool.make("neg", pool.make("add", j1, slope));
    return [pool.make("select", pool.make("eq", x, pool.constant(0)), pool.constant(0), away)];
  },
});

import { sinc as evaluate, sincDerivative as evaluateDerivative } from "../../math/index.js";
import { called, smooth } from "./define.js";

export const sinc = smooth("sinc", evaluate, (pool, x) => pool.call("sincDerivative", [x]), {
  what: "sin(x) / x, and 1 at 0 (without a factor pi).",
  domain: "any x",
  derivative: "(x * cos(x) - sin(x)) / x^2",
  example: "I0 * sinc(a * q)^2",
});

/** (x cos(x) - sin(x)) / x^2, accurate near 0. */
export const sincDerivative = called("sincDerivative", 1, evaluateDerivative, {
  kind: "smooth",
  partials: (pool, args, value) => {
    // y = sin(x)/x satisfies x y'' + 2 y' + x y = 0; y''(0) = -1/3.
    const [x] = args;
    if (x === undefined) return [];
    const slope = pool.make("div", pool.make("mul", pool.constant(2), value), x);
    const away = pool.make("neg", pool.make("add", pool.call("sinc", [x]), slope));
    return [pool.make("select", pool.make("eq", x, pool.constant(0)), pool.constant(-1 / 3), away)];
  },
});

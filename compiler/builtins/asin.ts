import { cosAsin as evaluateCosine } from "../../math/index.js";
import { called, primitive } from "./define.js";

export const asin = primitive("asin", "none", {
  what: "The arc sine, from -pi/2 to pi/2.",
  domain: "x >= -1 and x <= 1",
  derivative: "1 / sqrt(1 - x^2)",
  example: "asin(n * sin(theta))",
});

/** cos(asin x) = sqrt(1 - x^2): the derivatives of asin and acos divide the adjoint by it. */
export const cosAsin = called("cosAsin", 1, evaluateCosine, {
  kind: "smooth",
  partials: (pool, args, value) => args.map((x) => pool.make("neg", pool.make("div", x, value))),
});

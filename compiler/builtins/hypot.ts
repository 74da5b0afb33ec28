import { ratioOrZero as evaluateRatio } from "../../math/index.js";
import { type CalledBuiltin, called } from "./define.js";

/** sqrt(x^2 + y^2) without intermediate overflow or underflow. */
export const hypot: CalledBuiltin = {
  ...called("hypot", 2, Math.hypot, {
    kind: "smooth",
    partials: (pool, args, value) => args.map((x) => pool.call("ratioOrZero", [x, value])),
  }),
  minArgs: 2,
  maxArgs: Number.POSITIVE_INFINITY,
  units: "same",
  doc: {
    what: "sqrt(x^2 + y^2 + ...), without overflow between; derivative 0 at the origin.",
    args: "x, y, ...",
    domain: "any numbers",
    derivative: "each argument divided by the result",
    example: "hypot(x - x0, y - y0) - r",
  },
  expand: (pool, args) => args.reduce((a, b) => pool.call("hypot", [a, b])),
};

/** a/b, and 0 if b is 0. */
export const ratioOrZero = called("ratioOrZero", 2, evaluateRatio, {
  kind: "smooth",
  partials: (pool, [, b], value) => {
    if (b === undefined) return [];
    const share = pool.call("ratioOrZero", [pool.constant(1), b]);
    return [share, pool.make("neg", pool.make("mul", share, value))];
  },
});

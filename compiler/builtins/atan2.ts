import { overSquareOrZero as evaluateOverSquare } from "../../math/index.js";
import type { Builtin } from "./builtin.js";
import { argument, called } from "./define.js";

export const atan2: Builtin = {
  name: "atan2",
  minArgs: 2,
  maxArgs: 2,
  units: "angle",
  doc: {
    what: "atan2(y, x): the angle of the point (x, y), from -pi to pi; derivative 0 at the origin.",
    args: "y, x",
    domain: "any numbers",
    derivative: "x / (x^2 + y^2) in y, and -y / (x^2 + y^2) in x",
    example: "atan2(gain * w, w0^2 - w^2)",
  },
  expand: (pool, args) => pool.make("atan2", argument(args, 0), argument(args, 1)),
};

/** a/b^2, and 0 if b is 0: the derivatives of atan2 are x/h^2 and -y/h^2 with h = hypot(y, x). */
export const overSquareOrZero = called("overSquareOrZero", 2, evaluateOverSquare, {
  kind: "smooth",
  partials: (pool, [, b], value) => {
    if (b === undefined) return [];
    const share = pool.call("overSquareOrZero", [pool.constant(1), b]);
    return [share, pool.call("ratioOrZero", [pool.make("mul", pool.constant(-2), value), b])];
  },
});

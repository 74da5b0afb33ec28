import type { ExprId } from "../ir/pool.js";
import { type CalledBuiltin, called } from "./define.js";

/** sqrt(x^2 + y^2) without overflow or underflow on the way. */
export const hypot: CalledBuiltin = {
  ...called("hypot", 2, Math.hypot, {
    kind: "smooth",
    partials: (pool, args, value) => {
      const zero = pool.constant(0);
      const atOrigin = pool.make("eq", value, zero);
      return args.map((x): ExprId => pool.make("select", atOrigin, zero, pool.make("div", x, value)));
    },
  }),
  minArgs: 2,
  maxArgs: Number.POSITIVE_INFINITY,
  units: "same",
  doc: "The square root of the sum of the squares; derivative 0 at the origin.",
  expand: (pool, args) => args.reduce((a, b) => pool.call("hypot", [a, b])),
};

import type { Builtin } from "./builtin.js";
import { argument } from "./define.js";

export const heaviside: Builtin = {
  name: "heaviside",
  minArgs: 1,
  maxArgs: 1,
  units: "sign",
  doc: {
    what: "1 for x >= 0, else 0; derivative 0.",
    domain: "any x",
    derivative: "0",
    example: "a + b * heaviside(t - t0)",
  },
  expand: (pool, args) => {
    const x = argument(args, 0);
    const zero = pool.constant(0);
    // sign(x) propagates NaN and has no derivative.
    const below = pool.make("select", pool.make("lt", x, zero), zero, pool.make("sign", x));
    return pool.make("select", pool.make("le", zero, x), pool.constant(1), below);
  },
};

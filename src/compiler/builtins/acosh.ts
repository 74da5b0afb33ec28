import { smooth } from "./define.js";

export const acosh = smooth(
  "acosh",
  Math.acosh,
  (pool, x) => {
    // sqrt(x - 1) * sqrt(x + 1) keeps the digits of x - 1 near 1, and does not overflow.
    const one = pool.constant(1);
    const below = pool.make("sqrt", pool.make("sub", x, one));
    const above = pool.make("sqrt", pool.make("add", x, one));
    return pool.make("div", one, pool.make("mul", below, above));
  },
  "The inverse hyperbolic cosine.",
);

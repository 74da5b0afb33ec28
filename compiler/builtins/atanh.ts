import { smooth } from "./define.js";

export const atanh = smooth(
  "atanh",
  Math.atanh,
  (pool, x) => {
    // (1 - x) * (1 + x) keeps the digits that 1 - x*x loses near 1 and -1.
    const one = pool.constant(1);
    return pool.make("div", one, pool.make("mul", pool.make("sub", one, x), pool.make("add", one, x)));
  },
  {
    what: "The inverse hyperbolic tangent, log((1 + x) / (1 - x)) / 2.",
    domain: "x > -1 and x < 1",
    derivative: "1 / (1 - x^2)",
    example: "a + b * atanh(r)",
  },
);

import { smooth } from "./define.js";

export const tanh = smooth(
  "tanh",
  Math.tanh,
  (pool, x) => {
    // sech(x)^2: 1 - tanh(x)^2 has no digits left at x = 15.
    const sech = pool.make("div", pool.constant(1), pool.call("cosh", [x]));
    return pool.make("mul", sech, sech);
  },
  {
    what: "The hyperbolic tangent, sinh(x) / cosh(x).",
    domain: "any x",
    derivative: "1 / cosh(x)^2",
    example: "a * tanh((x - x0) / w) + c",
  },
);

import type { Builtin } from "./builtin.js";
import { argument } from "./define.js";

export const abs: Builtin = {
  name: "abs",
  minArgs: 1,
  maxArgs: 1,
  units: "same",
  doc: {
    what: "The absolute value |x|; derivative 0 at 0.",
    domain: "any x",
    derivative: "sign(x)",
    example: "a * abs(x - x0)",
  },
  expand: (pool, args) => {
    // An absolute value stays as it is, so that the derivative of `abs` is not taken twice.
    const x = argument(args, 0);
    return pool.node(x).op === "abs" ? x : pool.make("abs", x);
  },
};

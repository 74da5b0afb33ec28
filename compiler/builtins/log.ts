import type { Builtin } from "./builtin.js";
import { argument, primitive } from "./define.js";
import { exponentOfOnePlusExp } from "./softplus.js";

export const log: Builtin = {
  ...primitive("log", "none", {
    what: "The natural logarithm, to base e.",
    domain: "x > 0",
    derivative: "1 / x",
    example: "a + b * log(t)",
  }),
  expand: (pool, args) => {
    const x = argument(args, 0);
    const u = exponentOfOnePlusExp(pool, x);
    return u === null ? pool.make("log", x) : pool.call("softplus", [u]);
  },
};

import type { Builtin } from "./builtin.js";
import { argument, primitive } from "./define.js";
import { exponentOfExp } from "./softplus.js";

export const log1p: Builtin = {
  ...primitive("log1p", "none", {
    what: "log(1 + x), accurate for small x.",
    domain: "x > -1",
    derivative: "1 / (1 + x)",
    example: "a * log1p(t / tau)",
  }),
  expand: (pool, args) => {
    const x = argument(args, 0);
    const u = exponentOfExp(pool, x);
    return u === null ? pool.make("log1p", x) : pool.call("softplus", [u]);
  },
};

import { type CalledBuiltin, called } from "./define.js";

/** The largest argument, taken two at a time; NaN if one of them is NaN. */
export const max: CalledBuiltin = {
  ...called("max", 2, Math.max, { kind: "choice", first: (pool, a, b) => pool.make("le", b, a) }),
  minArgs: 2,
  maxArgs: Number.POSITIVE_INFINITY,
  units: "same",
  doc: {
    what: "The largest argument; the derivative is that of the argument returned, the first on a tie. With one argument, the largest over the rows.",
    args: "x, y, ...",
    domain: "any numbers",
    derivative: "that of the argument returned, the first on a tie",
    example: "max(a * x, floor_level)",
  },
  expand: (pool, args) => args.reduce((a, b) => pool.call("max", [a, b])),
};

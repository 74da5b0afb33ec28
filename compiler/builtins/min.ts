import { type CalledBuiltin, called } from "./define.js";

/** The smallest argument, taken two at a time; NaN if one of them is NaN. */
export const min: CalledBuiltin = {
  ...called("min", 2, Math.min, { kind: "choice", first: (pool, a, b) => pool.make("le", a, b) }),
  minArgs: 2,
  maxArgs: Number.POSITIVE_INFINITY,
  units: "same",
  doc: {
    what: "The smallest argument; the derivative is that of the argument returned, the first on a tie. With one argument, the smallest over the rows.",
    args: "x, y, ...",
    domain: "any numbers",
    derivative: "that of the argument returned, the first on a tie",
    example: "min(a * x, limit)",
  },
  expand: (pool, args) => args.reduce((a, b) => pool.call("min", [a, b])),
};

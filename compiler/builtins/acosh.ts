import { sinhAcosh as evaluateSinh } from "../../math/index.js";
import { called, smooth } from "./define.js";

export const acosh = smooth(
  "acosh",
  Math.acosh,
  (pool, x) => pool.make("div", pool.constant(1), pool.call("sinhAcosh", [x])),
  {
    what: "The inverse hyperbolic cosine, log(x + sqrt(x^2 - 1)).",
    domain: "x >= 1",
    derivative: "1 / sqrt(x^2 - 1)",
    example: "a * acosh(x / x0)",
  },
);

/** sinh(acosh x) = sqrt(x^2 - 1). */
export const sinhAcosh = called("sinhAcosh", 1, evaluateSinh, {
  kind: "smooth",
  partials: (pool, args, value) => args.map((x) => pool.make("div", x, value)),
});

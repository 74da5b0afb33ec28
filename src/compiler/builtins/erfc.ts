import { erfc as evaluate } from "../../math/index.js";
import { smooth } from "./define.js";
import { erfDerivative } from "./erf.js";

export const erfc = smooth(
  "erfc",
  evaluate,
  (pool, x) => pool.make("neg", erfDerivative(pool, x)),
  "1 - erf(x), accurate where it is small.",
);

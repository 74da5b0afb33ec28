import { erfc as evaluate } from "../../math/index.js";
import { smooth } from "./define.js";

export const erfc = smooth(
  "erfc",
  evaluate,
  (pool, x) => pool.make("neg", pool.call("erfDerivative", [x])),
  "1 - erf(x), accurate where it is small.",
);

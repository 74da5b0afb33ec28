import { lgamma as evaluate } from "../../math/index.js";
import { smooth } from "./define.js";

export const lgamma = smooth(
  "lgamma",
  evaluate,
  (pool, x) => pool.call("digamma", [x]),
  "The logarithm of the absolute value of the gamma function.",
);

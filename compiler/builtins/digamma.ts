import { digamma as evaluate } from "../../math/index.js";
import { smooth } from "./define.js";

export const digamma = smooth(
  "digamma",
  evaluate,
  (pool, x) => pool.call("trigamma", [x]),
  "The logarithmic derivative of the gamma function.",
);

import { gamma as evaluate } from "../../math/index.js";
import { smooth } from "./define.js";

export const gamma = smooth(
  "gamma",
  evaluate,
  (pool, x, value) => pool.make("mul", value, pool.call("digamma", [x])),
  "The gamma function.",
);

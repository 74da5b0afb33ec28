import { lgamma as evaluate } from "../../math/index.js";
import { smooth } from "./define.js";

export const lgamma = smooth("lgamma", evaluate, (pool, x) => pool.call("digamma", [x]), {
  what: "log(|gamma(x)|), without the overflow of gamma.",
  domain: "any x but 0, -1, -2, ...",
  derivative: "digamma(x)",
  example: "exp(n * log(mu) - mu - lgamma(n + 1))",
});

import { digamma as evaluate } from "../../math/index.js";
import { smooth } from "./define.js";

export const digamma = smooth("digamma", evaluate, (pool, x) => pool.call("trigamma", [x]), {
  what: "The logarithmic derivative of the gamma function, gamma'(x) / gamma(x).",
  domain: "any x but 0, -1, -2, ...",
  derivative: "trigamma(x)",
  example: "a + b * digamma(x)",
});

import { besselj0 as evaluate } from "../../math/index.js";
import { smooth } from "./define.js";

export const besselj0 = smooth("besselj0", evaluate, (pool, x) => pool.make("neg", pool.call("besselj1", [x])), {
  what: "The Bessel function of the first kind of order 0.",
  domain: "any x",
  derivative: "-besselj1(x)",
  example: "A * besselj0(q * r)",
});

import { primitive } from "./define.js";

export const sqrt = primitive("sqrt", "root2", {
  what: "The square root.",
  domain: "x >= 0",
  derivative: "1 / (2 * sqrt(x))",
  example: "sqrt(a^2 + (b * x)^2)",
});

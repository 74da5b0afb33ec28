import { primitive } from "./define.js";

export const acos = primitive("acos", "none", {
  what: "The arc cosine, from 0 to pi.",
  domain: "x >= -1 and x <= 1",
  derivative: "-1 / sqrt(1 - x^2)",
  example: "acos(a * x)",
});

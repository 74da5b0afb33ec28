import { primitive } from "./define.js";

export const expm1 = primitive("expm1", "none", {
  what: "exp(x) - 1, accurate for small x.",
  domain: "any x",
  derivative: "exp(x)",
  example: "i0 * expm1(v / vt)",
});

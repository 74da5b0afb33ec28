import { primitive } from "./define.js";

export const atan = primitive("atan", "none", {
  what: "The arc tangent, from -pi/2 to pi/2.",
  domain: "any x",
  derivative: "1 / (1 + x^2)",
  example: "a + b * atan((x - x0) / w)",
});

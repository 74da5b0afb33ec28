import { primitive } from "./define.js";

export const sin = primitive("sin", "none", {
  what: "The sine of x in radians.",
  domain: "any x",
  derivative: "cos(x)",
  example: "A * sin(2 * pi * f * t + phi)",
});

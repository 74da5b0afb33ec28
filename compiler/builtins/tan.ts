import { primitive } from "./define.js";

export const tan = primitive("tan", "none", {
  what: "The tangent of x in radians.",
  domain: "any x",
  derivative: "1 + tan(x)^2",
  example: "a * tan(theta)",
});

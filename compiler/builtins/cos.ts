import { primitive } from "./define.js";

export const cos = primitive("cos", "none", {
  what: "The cosine of x in radians.",
  domain: "any x",
  derivative: "-sin(x)",
  example: "A * cos(2 * pi * f * t)",
});

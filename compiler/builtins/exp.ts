import { primitive } from "./define.js";

export const exp = primitive("exp", "none", {
  what: "The exponential e^x.",
  domain: "any x",
  derivative: "exp(x)",
  example: "A * exp(-k * t)",
});

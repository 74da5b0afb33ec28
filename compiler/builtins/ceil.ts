import { primitive } from "./define.js";

export const ceil = primitive("ceil", "same", {
  what: "The smallest integer that is not below x; derivative 0.",
  domain: "any x",
  derivative: "0",
  example: "a + b * ceil(t / period)",
});

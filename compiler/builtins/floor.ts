import { primitive } from "./define.js";

export const floor = primitive("floor", "same", {
  what: "The largest integer that is not above x; derivative 0.",
  domain: "any x",
  derivative: "0",
  example: "a + b * floor(t / period)",
});

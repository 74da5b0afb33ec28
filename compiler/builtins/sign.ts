import { primitive } from "./define.js";

export const sign = primitive("sign", "sign", {
  what: "-1, 0 or 1; derivative 0.",
  domain: "any x",
  derivative: "0",
  example: "a + b * sign(x - x0)",
});

import { trigamma as evaluate, tetragamma as evaluateDerivative } from "../../math/index.js";
import { called, smooth } from "./define.js";

export const trigamma = smooth("trigamma", evaluate, (pool, x) => pool.call("tetragamma", [x]), {
  what: "The derivative of digamma.",
  domain: "any x but 0, -1, -2, ...",
  derivative: "the second derivative of digamma",
  example: "a * trigamma(x)",
});

/** The derivative of trigamma. */
export const tetragamma = called("tetragamma", 1, evaluateDerivative, { kind: "none" });

import { trigamma as evaluate, tetragamma as evaluateDerivative } from "../../math/index.js";
import { called, smooth } from "./define.js";

export const trigamma = smooth(
  "trigamma",
  evaluate,
  (pool, x) => pool.call("tetragamma", [x]),
  "The derivative of digamma.",
);

/** The derivative of trigamma. */
export const tetragamma = called("tetragamma", 1, evaluateDerivative, { kind: "none" });

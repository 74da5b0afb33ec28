import { isCondition } from "../../compiler/backends/print.js";
import { hasVectorForm } from "../../compiler/backends/wasm/calls.js";
import type { ExprNode } from "../../compiler/ir/pool.js";

/** IEEE 754 specifies the results of these operations exactly. */
const exactPrimitives = new Set("const param column neg abs sign floor ceil sqrt add sub mul div select".split(" "));
const exactForms = new Set(
  "min max ratioOrZero overSquareOrZero productOrZero quotientOrZero cosAsin sinhAcosh".split(" "),
);

/**
 * The largest difference of the vector code of an operation from the evaluator, in units in the
 * last place. It is 0 if the operation is exact or calls the same function, and 2 for an
 * approximated function: ours is within 1.5 units of the true value, and the engine's within 1.
 */
export function approximation({ op, name }: ExprNode): number {
  if (exactPrimitives.has(op) || isCondition(op)) return 0;
  if (op === "call" && (exactForms.has(name) || !hasVectorForm(name))) return 0;
  return 2;
}

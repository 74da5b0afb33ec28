import { isCondition } from "../../compiler/backends/print.js";
import { hasVectorForm } from "../../compiler/backends/wasm/calls.js";
import type { ExprNode } from "../../compiler/ir/pool.js";

/** IEEE 754 says what these give. */
const exactPrimitives = new Set("const param column neg abs sign floor ceil sqrt add sub mul div select".split(" "));
const exactForms = new Set(
  "min max ratioOrZero overSquareOrZero productOrZero quotientOrZero cosAsin sinhAcosh".split(" "),
);

/**
 * How far the vector code of an operation may be from the evaluator's, in units of the last place: nothing where the operation is exact, or
 * calls the same function; 2 of a function that is within 1.5 units of the truth, as the engine's is within 1.
 */
export function approximation({ op, name }: ExprNode): number {
  if (exactPrimitives.has(op) || isCondition(op)) return 0;
  if (op === "call" && (exactForms.has(name) || !hasVectorForm(name))) return 0;
  return 2;
}

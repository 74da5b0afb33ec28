import type { FitProblem } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";

/** The values of all subexpressions of the residuals at one row, which is null for a single one. */
export function traceAt(problem: FitProblem, data: PreparedData, p: Float64Array, row: number | null): Float64Array {
  const trace = new Float64Array(problem.subexpressions.length);
  problem.trace(p, data.columns, row ?? 0, trace);
  return trace;
}

/**
 * Descends from a subexpression that is at fault to one none of whose operands is, along the branch
 * taken of each `if`.
 */
export function culpritOf(
  problem: FitProblem,
  trace: Float64Array,
  root: number,
  isAtFault: (id: number) => boolean,
): number {
  let id = root;
  for (;;) {
    const next = operandsThatCount(problem, trace, id).find(isAtFault);
    if (next === undefined) return id;
    id = next;
  }
}

function operandsThatCount(problem: FitProblem, trace: Float64Array, id: number): readonly number[] {
  const node = problem.subexpressions[id];
  if (node === undefined) return [];
  if (node.kind !== "select") return node.operands;
  const [condition, whenTrue, whenFalse] = node.operands;
  const chosen = trace[condition ?? -1] === 1 ? whenTrue : whenFalse;
  return [condition, chosen].filter((operand) => operand !== undefined);
}

export interface Leaf {
  readonly id: number;
  /** As the spec writes it. */
  readonly name: string;
}

/** The columns and parameters in a subexpression, which may itself be one. */
export function leavesOf(problem: FitProblem, trace: Float64Array, root: number): readonly Leaf[] {
  const seen = new Set([root]);
  const leaves: Leaf[] = [];
  // Iterating over a Set also visits the elements that are added on the way.
  for (const id of seen) {
    const node = problem.subexpressions[id];
    if (node?.kind === "leaf") leaves.push({ id, name: node.text });
    for (const operand of operandsThatCount(problem, trace, id)) seen.add(operand);
  }
  return leaves;
}

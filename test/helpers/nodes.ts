import { applyOperation } from "../../compiler/ir/evaluate.js";
import type { ExprId, ExprNode } from "../../compiler/ir/pool.js";
import { reachable } from "../../compiler/ir/walk.js";
import type { Kernel } from "../../compiler/schedule/kernel.js";
import { distance } from "./ulps.js";

/**
 * A kernel that also stores every expression that it computes, at the position of the expression in
 * `ids`.
 */
export function storingAll(
  kernel: Kernel,
  output: string,
): { readonly ids: readonly ExprId[]; readonly kernel: Kernel } {
  const ids = reachable(
    kernel.pool,
    kernel.stores.map(({ value }) => value),
  );
  return { ids, kernel: { ...kernel, stores: ids.map((value, slot) => ({ output, slot, value })) } };
}

/**
 * Compares each value of a kernel with the reference evaluator's operation applied to the operands
 * as the backend computed them. So the errors of approximated functions do not add up, and a
 * backend without approximations must match the evaluator to the bit.
 *
 * @param leaf the value of a parameter or a column
 * @param ulps the largest allowed difference of an operation
 */
export function disagreements(
  { pool }: Kernel,
  ids: readonly ExprId[],
  values: ArrayLike<number>,
  leaf: (node: ExprNode) => number,
  ulps: (node: ExprNode) => number,
): readonly string[] {
  const found: string[] = [];
  const positions = new Map(ids.map((id, position) => [id, position]));
  ids.forEach((id, position) => {
    const node = pool.node(id);
    const args = node.args.map((arg) => values[positions.get(arg) ?? -1] ?? Number.NaN);
    const isLeaf = node.op === "param" || node.op === "column";
    const expected = isLeaf ? leaf(node) : applyOperation(node, args);
    const actual = values[position] ?? Number.NaN;
    if (distance(actual, expected) > ulps(node)) {
      found.push(`${node.op} ${node.name} of ${args.join(", ")}: ${actual} instead of ${expected}`);
    }
  });
  return found;
}

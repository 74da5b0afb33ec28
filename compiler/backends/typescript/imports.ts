import { isNative } from "../../../runtime/contract/calls.js";
import { type ReductionName, reductionFunction } from "../../../runtime/contract/reductions.js";
import type { ExprNode } from "../../ir/pool.js";
import { reachableThroughReductions } from "../../ir/walk.js";
import { kernelsOf } from "../../plan/kernel-table.js";
import type { ModelKernels } from "../../schedule/kernel.js";

/** The function of the runtime that computes a reduction; null for the number of rows, which is at hand. */
export function reducer({ name }: ExprNode): string | null {
  return reductionFunction(name as ReductionName);
}

/**
 * The functions of the runtime that a model's kernels call. They are known before anything is printed, so that no local
 * takes the name of one that is imported only later.
 */
export function runtimeFunctions(kernels: ModelKernels): readonly string[] {
  const { pool } = kernels.start;
  const stores = kernelsOf(kernels).flatMap(({ value }) => value.stores);
  const values = stores.map(({ value }) => value);
  const found = new Set<string>();
  for (const id of reachableThroughReductions(pool, values)) {
    const node = pool.node(id);
    if (node.op === "call" && !isNative(node.name)) found.add(node.name);
    const reduction = node.op === "reduce" ? reducer(node) : null;
    if (reduction !== null) found.add(reduction);
  }
  return [...found].sort();
}

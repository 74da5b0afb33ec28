import { type Expr, postorder } from "../../../grammar/index.js";
import type { CallTarget, ValueSymbol } from "../model.js";
import { bodyOf, isDefinition, type Resolution } from "./scope.js";

/** Every symbol that some expressions use, directly or through definitions. */
export function reach(
  roots: readonly Expr[],
  { references, calls }: Resolution,
): ReadonlySet<ValueSymbol | CallTarget> {
  const found = new Set<ValueSymbol | CallTarget>();
  const todo = [...roots];
  for (let expr = todo.pop(); expr !== undefined; expr = todo.pop()) {
    for (const node of postorder(expr)) {
      const target = node.kind === "ref" ? references.get(node) : node.kind === "call" ? calls.get(node) : undefined;
      if (target === undefined || found.has(target)) continue;
      found.add(target);
      if (isDefinition(target)) todo.push(bodyOf(target));
    }
  }
  return found;
}

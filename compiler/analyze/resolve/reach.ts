import type { Expr } from "../../../grammar/index.js";
import type { CallTarget, ValueSymbol } from "../../model/checked-model.js";
import type { Dependences } from "./dependence.js";
import { bodyOf, isDefinition } from "./scope.js";

/** All symbols that some expressions use, directly or through definitions. */
export function reach(roots: readonly Expr[], dependences: Dependences): ReadonlySet<ValueSymbol | CallTarget> {
  const found = new Set<ValueSymbol | CallTarget>();
  const todo = [...roots];
  for (let expr = todo.pop(); expr !== undefined; expr = todo.pop()) {
    for (const { target } of dependences.occurrences(expr)) {
      if (target === null || found.has(target)) continue;
      found.add(target);
      if (isDefinition(target)) todo.push(bodyOf(target));
    }
  }
  return found;
}

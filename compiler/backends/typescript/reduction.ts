import type { ExprId, ExprNode } from "../../ir/pool.js";
import { Names } from "../names.js";
import { type PrintScope, printInPlace } from "../print.js";
import { reducer } from "./imports.js";
import { importedName, nameAt, type Symbols } from "./symbols.js";

/** Deeper trees inside a reduction are split into locals of its function. */
const maxDepth = 10;

/**
 * Prints a reduction over the rows as a runtime call with a function of the row: `reduceMax(rows,
 * (i) => d_y[i])`. Such functions run once per data set, so closures are fast enough.
 */
export function printReduction(node: ExprNode, outer: PrintScope, symbols: Symbols): string {
  const name = reducer(node);
  if (name === null) return "rows";
  return `${importedName(symbols.module, name)}(rows, ${node.args.map((arg) => rowFunction(arg, outer, symbols)).join(", ")})`;
}

function rowFunction(root: ExprId, outer: PrintScope, symbols: Symbols): string {
  const locals = new Map<ExprId, string>();
  const names = new Names(symbols.names);
  let parameter = ""; // A reduction of a constant reads no row.
  const element = (index: number) => {
    parameter = "i";
    return `${nameAt(symbols.columnArrays, index)}[i]`;
  };
  const scope: PrintScope = {
    pool: outer.pool,
    local: (id) => outer.local(id) ?? locals.get(id),
    spelling: {
      ...outer.spelling,
      column: (_, { index }) =>
        symbols.module.types
          ? { text: `${element(index)} as number`, binds: 0 }
          : { text: element(index), binds: Number.POSITIVE_INFINITY },
    },
  };
  const statements = sharedBelow(root, outer).map((id) => {
    const text = printInPlace(id, scope);
    const name = names.fresh("v");
    locals.set(id, name);
    return `const ${name} = ${text};`;
  });
  const value = printInPlace(root, scope);
  const body = statements.length === 0 ? value : `{ ${statements.join(" ")} return ${value}; }`;
  return `(${parameter}) => ${body}`;
}

/**
 * Subexpressions of the root that are used twice, or are so deep that they must be split off, in
 * the order of computation.
 */
function sharedBelow(root: ExprId, outer: PrintScope): readonly ExprId[] {
  const uses = useCounts(root, outer);
  const depths = new Map<ExprId, number>();
  const shared: ExprId[] = [];
  for (const id of [...uses.keys()].sort((a, b) => a - b)) {
    const { args } = outer.pool.node(id);
    const depth = 1 + Math.max(0, ...args.map((arg) => depths.get(arg) ?? 0));
    const cut = id !== root && args.length > 0 && ((uses.get(id) ?? 0) > 1 || depth > maxDepth);
    if (cut) shared.push(id);
    depths.set(id, cut ? 0 : depth);
  }
  return shared;
}

function useCounts(root: ExprId, outer: PrintScope): ReadonlyMap<ExprId, number> {
  const uses = new Map<ExprId, number>();
  const stack = [root];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const before = uses.get(id) ?? 0;
    uses.set(id, before + 1);
    if (before > 0) continue;
    for (const arg of outer.pool.node(id).args) if (outer.local(arg) === undefined) stack.push(arg);
  }
  return uses;
}

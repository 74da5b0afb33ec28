import type { ExprId } from "../../ir/pool.js";
import type { Store } from "../../plan/kernel-table.js";
import type { Kernel } from "../../schedule/kernel.js";
import { isCondition, type PrintScope, printInPlace, printOperand } from "../print.js";
import { identifier } from "./mangle.js";
import { printReduction } from "./reduction.js";
import { conditionBinds, javaScriptSpelling } from "./spelling.js";
import { functionSymbols, importedName, type ModelSymbols, nameAt } from "./symbols.js";

/**
 * How often a function of `FitProblem` evaluates its body. `rows`: for each row of `[from, to)`,
 * with outputs laid out by slot and row; `row`: for the single row `row`; `once`: independently of
 * rows.
 */
export type Extent = "rows" | "row" | "once";

/**
 * Prints a kernel as a function of `FitProblem`: `(p, d, from, to, r) { ... }`, to follow the name
 * of a method, or as an arrow function.
 *
 * @param parameters the parameters of the function's type, in order. Unused ones are left out at
 * the end and prefixed with an underscore elsewhere
 * @param indent the indentation of every line except the first
 */
export function printFunction(
  kernel: Kernel | null,
  parameters: readonly string[],
  extent: Extent,
  context: ModelSymbols,
  indent: string,
  form: "method" | "arrow" = "method",
): string {
  const arrow = form === "arrow" ? " =>" : "";
  if (kernel === null || kernel.stores.length === 0) return `()${arrow} {}`;
  return functionText(parameters, bodyLines(kernel, parameters, extent, context), indent, arrow);
}

/** Prints a kernel whose single store is a condition: `(d, row) { ...; return c; }`. */
export function printPredicate(kernel: Kernel, context: ModelSymbols, indent: string): string {
  const { before, inside, scope } = prepare(kernel, ["d", "row"], "row", context);
  const value = kernel.stores[0]?.value;
  if (value === undefined) throw new Error("fitc bug: a condition without a value");
  const { op, value: constant } = kernel.pool.node(value);
  // A condition known at compile time is a constant.
  const truth = op === "const" ? String(constant !== 0) : printOperand(value, scope);
  return functionText(["d", "row"], [...before, ...inside, `return ${truth};`], indent);
}

function functionText(parameters: readonly string[], body: readonly string[], indent: string, arrow = ""): string {
  return `${signature(parameters, body)}${arrow} {\n${body.map((line) => `${indent}  ${line}\n`).join("")}${indent}}`;
}

/**
 * No name from the spec equals a parameter name, so the word occurs in the body exactly if the
 * parameter is used.
 */
function signature(parameters: readonly string[], body: readonly string[]): string {
  const words = new Set(body.flatMap((line) => line.match(/[\p{ID_Continue}$]+/gu) ?? []));
  const named = parameters.map((name) => (words.has(name) ? name : `_${name}`));
  return `(${named.slice(0, parameters.findLastIndex((name) => words.has(name)) + 1).join(", ")})`;
}

function bodyLines(
  kernel: Kernel,
  parameters: readonly string[],
  extent: Extent,
  context: ModelSymbols,
): readonly string[] {
  const { before, inside, scope } = prepare(kernel, parameters, extent, context);
  const stores = kernel.stores
    // Skip stores for which the function has no output.
    .filter(({ output }) => parameters.includes(output))
    .map((store) => `${target(store, extent)} = ${stored(store, scope)};`);
  if (extent !== "rows") return [...before, ...inside, ...stores];
  const size = kernel.stores.some((store) => store.slot > 0) ? ["const size = to - from;"] : [];
  const row = [...inside, "const at = i - from;", ...stores].map((line) => `  ${line}`);
  return [...before, ...size, "for (let i = from; i < to; i++) {", ...row, "}"];
}

interface Prepared {
  /** The statements before the loop over rows, if there is one. */
  readonly before: readonly string[];
  /** The first statements inside the loop. */
  readonly inside: readonly string[];
  /** The scope in which the stores are printed. */
  readonly scope: PrintScope;
}

function prepare(kernel: Kernel, parameters: readonly string[], extent: Extent, context: ModelSymbols): Prepared {
  const symbols = functionSymbols(context, parameters);
  const { names } = symbols;
  const { types } = context.module;
  const asNumber = types ? " as number" : "";
  const asColumn = types ? " as Float64Array" : "";
  const locals = new Map<ExprId, string>();
  const scope: PrintScope = {
    pool: kernel.pool,
    local: (id) => locals.get(id),
    spelling: javaScriptSpelling(
      {
        param: (index) => nameAt(symbols.params, index),
        column: (index) => nameAt(symbols.columns, index),
        imported: (name) => importedName(context.module, name),
        reduce: (node) => printReduction(node, scope, symbols),
      },
      kernel.pool,
    ),
  };
  const assign = (id: ExprId): string => {
    const text = printInPlace(id, scope);
    const name = names.fresh(identifier(kernel.temps.get(id) ?? "t"));
    locals.set(id, name);
    return `const ${name} = ${text};`;
  };
  const row = extent === "row" ? "row" : "i";
  const params = kernel.params.map((j) => `const ${nameAt(symbols.params, j)} = p[${j}]${asNumber};`);
  const arrays = kernel.columns.map((j) => `const ${nameAt(symbols.columnArrays, j)} = d[${j}]${asColumn};`);
  // Without a row, only reductions read columns, and each has a function of its own.
  const values = (extent === "once" ? [] : kernel.columns).map(
    (j) => `const ${nameAt(symbols.columns, j)} = ${nameAt(symbols.columnArrays, j)}[${row}]${asNumber};`,
  );
  const prologue = kernel.prologue.map(assign);
  return { before: [...params, ...arrays, ...prologue], inside: [...values, ...kernel.body.map(assign)], scope };
}

function target({ output, slot }: Store, extent: Extent): string {
  if (extent !== "rows") return `${output}[${slot}]`;
  if (slot === 0) return `${output}[at]`;
  return slot === 1 ? `${output}[size + at]` : `${output}[${slot} * size + at]`;
}

/** A condition is stored as 1 or 0. */
function stored({ value }: Store, scope: PrintScope): string {
  const condition = isCondition(scope.pool.node(value).op);
  return condition ? `${printOperand(value, scope, conditionBinds)} ? 1 : 0` : printOperand(value, scope);
}

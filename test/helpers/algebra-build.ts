import { builtins } from "../../compiler/builtins/index.js";
import { power } from "../../compiler/builtins/pow.js";
import { gradient } from "../../compiler/derive/gradient.js";
import { evaluate } from "../../compiler/ir/evaluate.js";
import type { ExprId, ExprPool } from "../../compiler/ir/pool.js";
import { runPasses } from "../../compiler/simplify/passes.js";

/** An expression as a nested prefix list: `["+", ["var", "x"], ["num", "1"]]`. */
export type Prefix = readonly (string | Prefix)[];

/** Builds the expression in a pool; its variables become parameters, in the order of `names`. */
export function build(pool: ExprPool, ast: Prefix, names: readonly string[]): ExprId {
  const [head, ...rest] = ast as readonly [string, ...(string | Prefix)[]];
  const name = rest[0] as string;
  if (head === "num") return pool.constant(Number(name));
  if (head === "var") return name === "pi" ? pool.constant(Math.PI) : pool.param(names.indexOf(name));
  const args = (head === "call" ? rest.slice(1) : rest).map((item) => build(pool, item as Prefix, names));
  return operation(pool, head === "call" ? name : head, args);
}

/** Applies an operator or a function of the language to expressions. */
export function operation(pool: ExprPool, name: string, args: readonly ExprId[]): ExprId {
  const [a, b, c] = args as readonly [ExprId, ExprId, ExprId];
  switch (name) {
    case "+":
      return pool.make("add", a, b);
    case "-":
      return pool.make("sub", a, b);
    case "*":
      return pool.make("mul", a, b);
    case "/":
      return pool.make("div", a, b);
    case "^":
      return power(pool, a, b);
    case "neg":
    case "not":
    case "and":
    case "or":
      return pool.make(name, ...args);
    case "<":
      return pool.make("lt", a, b);
    case "<=":
      return pool.make("le", a, b);
    case ">":
      return pool.make("lt", b, a);
    case ">=":
      return pool.make("le", b, a);
    case "if":
      return pool.make("select", a, b, c);
  }
  const builtin = builtins.get(name);
  if (builtin === undefined) throw new Error(`no function ${name}`);
  return builtin.expand(pool, args);
}

/**
 * The value of an expression and its derivatives with respect to its first `count` parameters,
 * after all passes; a structural zero is 0.
 */
export function valueAndDerivatives(
  pool: ExprPool,
  id: ExprId,
  params: readonly number[],
): { readonly value: number; readonly derivatives: readonly number[] } {
  const found = gradient(
    pool,
    id,
    params.map((_, index) => pool.param(index)),
  );
  const roots = [id, ...params.map((_, index) => found.get(pool.param(index)) ?? pool.constant(0))];
  const simplified = runPasses(pool, roots);
  const final = roots.map((root) => simplified.get(root) as ExprId);
  const [value, ...derivatives] = evaluate(pool, final, { params, columns: [], row: 0, rows: 0 });
  return { value: value as number, derivatives };
}

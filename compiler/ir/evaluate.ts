import { specialFunctions } from "../builtins/index.js";
import type { ExprId, ExprNode, ExprPool } from "./pool.js";
import type { BinaryPrimitive, UnaryPrimitive } from "./primitives.js";
import { reachable } from "./walk.js";

/** What the leaves of an expression stand for. */
export interface Environment {
  readonly params: ArrayLike<number>;
  /** Each column with all its rows. */
  readonly columns: readonly ArrayLike<number>[];
  /** The row that a column is read at. */
  readonly row: number;
  /** How many rows a reduction runs over. */
  readonly rows: number;
  /** Values of variables, such as the z of a loss. */
  readonly variables?: ReadonlyMap<string, number>;
}

/**
 * The reference evaluator: the values of `ids`, a condition as 1 or 0. Emitted code computes the same bits. Every node is
 * computed, the branch not taken too, but only the chosen one reaches a `select`.
 */
export function evaluate(pool: ExprPool, ids: readonly ExprId[], env: Environment): number[] {
  return evaluator(pool, ids)(env);
}

/** {@link evaluate} with the walk over the expressions done once, for many environments. */
export function evaluator(pool: ExprPool, ids: readonly ExprId[]): (env: Environment) => number[] {
  const order = reachable(pool, ids);
  const values = new Float64Array(pool.size);
  return (env) => {
    for (const id of order) values[id] = nodeValue(pool, pool.node(id), values, env);
    return ids.map((id) => values[id] as number);
  };
}

const unary: Readonly<Record<UnaryPrimitive, (x: number) => number>> = {
  neg: (x) => -x,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  log1p: Math.log1p,
  expm1: Math.expm1,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
};

const binary: Readonly<Record<BinaryPrimitive, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  pow: (x, y) => x ** y,
  atan2: Math.atan2,
};

/** The value of an operation on values; a condition is 1 or 0. */
export function applyOperation(node: ExprNode, args: readonly number[]): number {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = args;
  switch (node.op) {
    case "const":
      return node.value;
    case "call": {
      const special = specialFunctions.get(node.name);
      if (special === undefined) throw new Error(`fitc bug: no special function ${node.name}`);
      return special.evaluate(...args);
    }
    case "select":
      return a !== 0 ? b : c;
    case "lt":
      return a < b ? 1 : 0;
    case "le":
      return a <= b ? 1 : 0;
    case "eq":
      return a === b ? 1 : 0;
    case "not":
      return 1 - a;
    case "and":
      return a * b;
    case "or":
      return Math.max(a, b);
    case "add":
    case "sub":
    case "mul":
    case "div":
    case "pow":
    case "atan2":
      return binary[node.op](a, b);
    case "param":
    case "column":
    case "variable":
    case "reduce":
      throw new Error(`fitc bug: ${node.op} is not an operation`);
    default:
      return unary[node.op](a);
  }
}

function nodeValue(pool: ExprPool, node: ExprNode, values: Float64Array, env: Environment): number {
  switch (node.op) {
    case "param":
      return env.params[node.index] ?? Number.NaN;
    case "column":
      return env.columns[node.index]?.[env.row] ?? Number.NaN;
    case "variable":
      return env.variables?.get(node.name) ?? Number.NaN;
    case "reduce":
      return reduction(pool, node, env);
    default:
      return applyOperation(
        node,
        node.args.map((id) => values[id] as number),
      );
  }
}

/** The reductions over rows, as the runtime has them. */
function reduction(pool: ExprPool, node: ExprNode, env: Environment): number {
  if (node.name === "count") return env.rows;
  const perRow = evaluator(pool, node.args);
  const first = new Float64Array(env.rows);
  const second = new Float64Array(env.rows);
  for (let row = 0; row < env.rows; row++) {
    const [a, b] = perRow({ ...env, row });
    first[row] = a ?? Number.NaN;
    second[row] = b ?? Number.NaN;
  }
  const sum = () => first.reduce((total, x) => total + x, 0);
  switch (node.name) {
    case "min":
      return first.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    case "max":
      return first.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    case "sum":
      return sum();
    case "mean":
      return sum() / env.rows;
    case "median": {
      const sorted = first.slice().sort();
      const upper = sorted[Math.floor(env.rows / 2)] ?? Number.NaN;
      const lower = sorted[Math.floor((env.rows - 1) / 2)] ?? Number.NaN;
      return lower === upper ? lower : (lower + upper) / 2;
    }
    case "first":
      return first[0] ?? Number.NaN;
    case "last":
      return first[env.rows - 1] ?? Number.NaN;
    case "argmin":
    case "argmax": {
      let best = 0;
      for (let i = 1; i < env.rows; i++) {
        const [candidate, champion] = [second[i] as number, second[best] as number];
        if (node.name === "argmin" ? candidate < champion : candidate > champion) best = i;
      }
      return first[best] ?? Number.NaN;
    }
    default:
      throw new Error(`fitc bug: no reduction ${node.name}`);
  }
}

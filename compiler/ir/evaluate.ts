import {
  type RowValue,
  reduceArgmax,
  reduceArgmin,
  reduceFirst,
  reduceLast,
  reduceMax,
  reduceMean,
  reduceMedian,
  reduceMin,
  reduceSum,
} from "../../math/reduce.js";
import type { ReductionName } from "../../runtime/contract/reductions.js";
import { specialFunctions } from "../builtins/index.js";
import type { ExprId, ExprNode, ExprPool } from "./pool.js";
import type { BinaryPrimitive, UnaryPrimitive } from "./primitives.js";
import { reachable } from "./walk.js";

/** The values of an expression's leaves. */
export interface Environment {
  readonly params: ArrayLike<number>;
  /** Each column with all its rows. */
  readonly columns: readonly ArrayLike<number>[];
  /** The row at which columns are read. */
  readonly row: number;
  /** The number of rows that a reduction runs over. */
  readonly rows: number;
  /** Values of variables, such as the z of a loss. */
  readonly variables?: ReadonlyMap<string, number>;
}

/**
 * The reference evaluator: the values of `ids`, with conditions as 1 or 0. Emitted code computes
 * the same bits. Every node is evaluated, also those of a branch that is not taken, but a `select`
 * uses only the chosen branch.
 */
export function evaluate(pool: ExprPool, ids: readonly ExprId[], env: Environment): number[] {
  return evaluator(pool, ids)(env);
}

/** {@link evaluate} for many environments: the expressions are traversed only once. */
export function evaluator(pool: ExprPool, ids: readonly ExprId[]): (env: Environment) => number[] {
  const order = reachable(pool, ids);
  const values = new Float64Array(pool.size);
  return (env) => {
    for (const id of order) values[id] = nodeValue(pool, pool.node(id), values, env);
    return ids.map((id) => values[id] as number);
  };
}

/**
 * The values of expressions of constants in a pool that grows: each expression is evaluated once.
 * One with any other leaf or a reduction is NaN.
 */
export class ConstantValues {
  private readonly values: number[] = [];

  constructor(private readonly pool: ExprPool) {}

  of(id: ExprId): number {
    const { pool, values } = this;
    while (values.length <= id) {
      const node = pool.node(values.length as ExprId);
      values.push(node.op === "reduce" ? Number.NaN : nodeValue(pool, node, values, noLeaves));
    }
    return values[id] as number;
  }
}

const noLeaves: Environment = { params: [], columns: [], row: 0, rows: 0 };

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
  // By index: destructuring would run an iterator at every node.
  const a = args[0] ?? Number.NaN;
  const b = args[1] ?? Number.NaN;
  const c = args[2] ?? Number.NaN;
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

function nodeValue(pool: ExprPool, node: ExprNode, values: ArrayLike<number>, env: Environment): number {
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

type Reducer = (rows: number, x: RowValue, y: RowValue) => number;

/** Every reduction except `count`, with the function that emitted code calls. */
const reducers: Readonly<Record<Exclude<ReductionName, "count">, Reducer>> = {
  min: reduceMin,
  max: reduceMax,
  mean: reduceMean,
  median: reduceMedian,
  sum: reduceSum,
  first: reduceFirst,
  last: reduceLast,
  argmin: reduceArgmin,
  argmax: reduceArgmax,
};

function reduction(pool: ExprPool, node: ExprNode, env: Environment): number {
  const name = node.name as ReductionName;
  if (name === "count") return env.rows;
  const perRow = node.args.map((arg) => evaluator(pool, [arg]));
  const argument = (k: number) => (row: number) => perRow[k]?.({ ...env, row })[0] ?? Number.NaN;
  return reducers[name](env.rows, argument(0), argument(1));
}

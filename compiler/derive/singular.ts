import type { ExprNode, ExprPool } from "../ir/pool.js";

/** Where the slope of an operation with respect to an operand is infinite. */
export interface Singularity {
  /** The values of the operand. */
  readonly at: readonly number[];
  /** Whether the operation itself is infinite there: a pole. */
  readonly pole: boolean;
}

const root: Singularity = { at: [0], pole: false };
const pole: Singularity = { at: [0], pole: true };

/** The functions of one argument with infinite slopes. */
const functions: ReadonlyMap<string, Singularity> = new Map([
  ["sqrt", root],
  ["cbrt", root],
  ["acosh", { at: [1], pole: false }],
  ["asin", { at: [1, -1], pole: false }],
  ["acos", { at: [1, -1], pole: false }],
  ["log", pole],
  ["log2", pole],
  ["log10", pole],
  ["gamma", pole],
  ["lgamma", pole],
  ["digamma", pole],
  ["trigamma", pole],
  ["log1p", { at: [-1], pole: true }],
  ["atanh", { at: [1, -1], pole: true }],
]);

/** Where the slope with respect to the operand at `index` is infinite; null if nowhere. */
export function singularity(pool: ExprPool, { op, name, args }: ExprNode, index: number): Singularity | null {
  const [, second] = args;
  if (op === "div") return index === 1 ? pole : null;
  if (op !== "pow" || second === undefined) return functions.get(op === "call" ? name : op) ?? null;
  const exponent = pool.node(second);
  if (index === 1 || (exponent.op === "const" && exponent.value >= 1)) return null;
  return exponent.op === "const" && exponent.value < 0 ? pole : root;
}

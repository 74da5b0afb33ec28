import type { ExprId, ExprPool } from "../ir/pool.js";
import { reachable } from "../ir/walk.js";

/**
 * The parameters in which some expressions are linear, by structure. Through sums, products and
 * quotients an expression is a polynomial of the parameters. It is linear in a set of parameters,
 * given the others, exactly if none of the set is an operand (direct or indirect) of any other
 * operation, and no product contains parameters of the set in both factors. Hence it suffices to
 * look at single parameters and at pairs.
 */
export interface Linearity {
  /**
   * Parameters that no expression contains, and those that occur inside a function, a divisor or a
   * condition.
   */
  readonly nonlinear: ReadonlySet<number>;
  /** For each parameter, those by which it is multiplied. */
  readonly multiplied: ReadonlyMap<number, ReadonlySet<number>>;
}

/** @param params indices of the parameters to examine */
export function linearityOf(pool: ExprPool, roots: readonly ExprId[], params: readonly number[]): Linearity {
  const multiplied = new Map(params.map((index) => [index, new Set<number>()] as const));
  const bits = new Map(params.map((index, bit) => [index, 1n << BigInt(bit)] as const));
  const members = (support: bigint): readonly number[] => {
    const digits = support.toString(2);
    const found: number[] = [];
    for (let at = digits.lastIndexOf("1"); at >= 0; at = at === 0 ? -1 : digits.lastIndexOf("1", at - 1)) {
      const index = params[digits.length - 1 - at];
      if (index !== undefined) found.push(index);
    }
    return found;
  };
  /** The parameters that each expression contains, as a bit set. */
  const supports = new Map<ExprId, bigint>();
  let nonlinearBits = 0n;
  for (const id of reachable(pool, roots)) {
    const { op, index, args } = pool.node(id);
    const [a = 0n, b = 0n, c = 0n] = op === "reduce" ? [] : args.map((argument) => supports.get(argument) ?? 0n);
    supports.set(id, op === "param" ? (bits.get(index) ?? 0n) : a | b | c);
    if (op === "mul") {
      nonlinearBits |= a & b;
      if (a === 0n || b === 0n) continue;
      const [left, right] = [members(a), members(b)];
      for (const i of left) for (const j of right) multiplied.get(i)?.add(j);
      for (const j of right) for (const i of left) multiplied.get(j)?.add(i);
    } else if (op === "div") nonlinearBits |= b;
    else if (op === "select") nonlinearBits |= a;
    else if (op !== "add" && op !== "sub" && op !== "neg") nonlinearBits |= op === "param" ? 0n : a | b | c;
  }
  const contained = roots.reduce((all, root) => all | (supports.get(root) ?? 0n), 0n);
  const linear = new Set(members(contained & ~nonlinearBits));
  return { nonlinear: new Set(params.filter((index) => !linear.has(index))), multiplied };
}

/**
 * A set of parameters in which all expressions are jointly linear. It is built greedily, first from
 * the `wanted` parameters, then from the rest: each step takes the parameter that excludes the
 * fewest of those left, the first one in the given order in case of a tie.
 */
export function largestLinearSet(
  { nonlinear, multiplied }: Linearity,
  params: readonly number[],
  wanted: (param: number) => boolean,
): ReadonlySet<number> {
  const chosen = new Set<number>();
  let left = params.filter((param) => !nonlinear.has(param));
  while (left.length > 0) {
    const first = left.some(wanted) ? left.filter(wanted) : left;
    const there = new Set(left);
    let next: number[] = [];
    let fewest = Number.POSITIVE_INFINITY;
    for (const param of first) {
      let excluded = 0;
      for (const other of multiplied.get(param) ?? []) if (there.has(other)) excluded++;
      // Those that exclude no other one are taken together: the next steps would take them.
      if (excluded === 0 && fewest === 0) next.push(param);
      if (excluded < fewest) [next, fewest] = [[param], excluded];
    }
    for (const param of next) {
      chosen.add(param);
      there.delete(param);
      for (const other of multiplied.get(param) ?? []) there.delete(other);
    }
    left = left.filter((param) => there.has(param));
  }
  return chosen;
}

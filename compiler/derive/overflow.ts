import { IdSet, type ReadonlyIdSet } from "../ir/id-set.js";
import type { ExprId, ExprPool } from "../ir/pool.js";
import type { Held } from "./held.js";
import { singularity } from "./singular.js";

/**
 * Where a derivative can be 0 times infinity although the value is finite. Example: far out on a
 * logistic, 1/(1 + exp(u)), the exponential overflows. Its adjoint, -1/(1 + exp(u))^2, is then 0,
 * and its slope is infinite. The value no longer changes with the exponential, so the product is 0.
 * This can only happen if an adjoint depends on the very value that overflows.
 */
export interface Overflow {
  /** Expressions below a nonlinear operation: their adjoint depends on their own value. */
  readonly nonlinear: ReadonlyIdSet;
  /** Expressions that can be infinite at ordinary finite values of the leaves. */
  readonly unbounded: ReadonlyIdSet;
  /**
   * Expressions that depend on the row and through which no derivative flows: as divisors they are
   * data, which may be 0.
   */
  readonly data: ReadonlyIdSet;
}

const growing: ReadonlySet<string> = new Set(["sinh", "cosh", "gamma"]);

/**
 * @param order expressions in ascending order, with the operands of each
 */
export function overflowOf(pool: ExprPool, order: readonly ExprId[], active: ReadonlyIdSet, held: Held): Overflow {
  const data = new IdSet(order);
  const unbounded = new IdSet(order);
  for (const id of order) {
    const { op, args } = pool.node(id);
    if (op === "reduce") continue;
    if (!active.has(id) && (op === "column" || args.some((argument) => data.has(argument)))) data.add(id);
    if (grows(pool, id, data, held) || args.some((argument) => unbounded.has(argument))) unbounded.add(id);
  }

  const nonlinear = new IdSet(order);
  for (let i = order.length - 1; i >= 0; i--) {
    const id = order[i] as ExprId;
    if (!active.has(id)) continue;
    for (const [index, argument] of pool.node(id).args.entries()) {
      if (nonlinear.has(id) || !isLinear(pool, id, index)) nonlinear.add(argument);
    }
  }
  return { nonlinear, unbounded, data };
}

function grows(pool: ExprPool, id: ExprId, data: ReadonlyIdSet, held: Held): boolean {
  const node = pool.node(id);
  const { op, args, name } = node;
  const [, second] = args;
  if (op === "exp" || op === "expm1" || (op === "call" && growing.has(name))) return true;
  if (op === "pow" && second !== undefined && pool.node(second).op !== "const") return true;
  // At a pole that the data alone reach, such as log(x) or log(x/e) at x = 0.
  return args.some(
    (argument, index) =>
      singularity(pool, node, index)?.pole === true && (data.has(argument) || held.atSingularity(id, index) !== null),
  );
}

/**
 * Whether the derivative of an operation with respect to one operand is independent of that
 * operand.
 */
function isLinear(pool: ExprPool, id: ExprId, index: number): boolean {
  const { op, args, name } = pool.node(id);
  switch (op) {
    case "add":
    case "sub":
    case "neg":
    case "select":
      return true;
    case "mul":
      return args[0] !== args[1];
    case "div":
      return index === 0;
    case "call":
      return name === "min" || name === "max";
    default:
      return false;
  }
}

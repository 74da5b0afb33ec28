import type { ExprId, ExprPool } from "../ir/pool.js";

/**
 * Where a derivative can be 0 times infinity although the value is finite. Example: far out on a
 * logistic, 1/(1 + exp(u)), the exponential overflows. Its adjoint, -1/(1 + exp(u))^2, is then 0,
 * and its slope is infinite. The value no longer changes with the exponential, so the product is 0.
 * This can only happen if an adjoint depends on the very value that overflows.
 */
export interface Overflow {
  /** Expressions below a nonlinear operation: their adjoint depends on their own value. */
  readonly nonlinear: ReadonlySet<ExprId>;
  /** Expressions that can be infinite at ordinary finite values of the leaves. */
  readonly unbounded: ReadonlySet<ExprId>;
  /**
   * Expressions that depend on the row and through which no derivative flows: as divisors they are
   * data, which may be 0.
   */
  readonly data: ReadonlySet<ExprId>;
}

const growing: ReadonlySet<string> = new Set(["sinh", "cosh", "gamma"]);

/**
 * @param order expressions in ascending order, with the operands of each; the last one is the root
 */
export function overflowOf(pool: ExprPool, order: readonly ExprId[], active: ReadonlySet<ExprId>): Overflow {
  const data = new Set<ExprId>();
  const unbounded = new Set<ExprId>();
  for (const id of order) {
    const { op, args } = pool.node(id);
    if (op === "reduce") continue;
    if (!active.has(id) && (op === "column" || args.some((argument) => data.has(argument)))) data.add(id);
    if (grows(pool, id, data) || args.some((argument) => unbounded.has(argument))) unbounded.add(id);
  }

  const nonlinear = new Set<ExprId>();
  for (let i = order.length - 1; i >= 0; i--) {
    const id = order[i] as ExprId;
    if (!active.has(id)) continue;
    for (const [index, argument] of pool.node(id).args.entries()) {
      if (nonlinear.has(id) || !isLinear(pool, id, index)) nonlinear.add(argument);
    }
  }
  return { nonlinear, unbounded, data };
}

function grows(pool: ExprPool, id: ExprId, data: ReadonlySet<ExprId>): boolean {
  const { op, args, name } = pool.node(id);
  const [, second] = args;
  if (op === "exp" || op === "expm1") return true;
  if (second === undefined) return op === "call" && growing.has(name);
  return op === "pow" ? pool.node(second).op !== "const" : op === "div" && data.has(second);
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

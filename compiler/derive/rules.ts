import { specialFunctions } from "../builtins/index.js";
import { power } from "../builtins/pow.js";
import type { ExprId, ExprNode, ExprPool } from "../ir/pool.js";
import type { UnaryPrimitive } from "../ir/primitives.js";
import { reachable } from "../ir/walk.js";
import type { Activity } from "./activity.js";
import type { Held } from "./held.js";
import type { Overflow } from "./overflow.js";
import { singularity } from "./singular.js";

/**
 * The contribution of an expression to the adjoint of an operand. `when` is the branch in which it
 * counts; null: always.
 */
export interface Contribution {
  readonly to: ExprId;
  readonly value: ExprId;
  readonly when: { readonly condition: ExprId; readonly holds: boolean } | null;
}

/** What is known about the expressions to be differentiated. */
export interface Facts extends Activity, Overflow {
  readonly held: Held;
}

/** The contributions of `id`, whose adjoint is `adjoint`, to its active operands. */
export function contributionsOf(pool: ExprPool, id: ExprId, adjoint: ExprId, facts: Facts): readonly Contribution[] {
  const { active, nonlinear, unbounded, held } = facts;
  const node = pool.node(id);
  const found: Contribution[] = [];
  const isNonlinear = nonlinear.has(id);
  const vanishes = (index: number): ExprId | null =>
    isNonlinear || singularity(pool, node, index)?.pole === false ? held.atSingularity(id, index) : null;
  const contribute = (index: number, value: (operand: ExprId) => ExprId, branch: Contribution["when"] = null): void => {
    const to = node.args[index];
    if (to === undefined || !active.has(to)) return;
    const contribution = value(to);
    const condition = vanishes(index);
    const when = condition === null ? branch : { condition, holds: false };
    // If an operand occurs twice, sum its two contributions first: in y/y they cancel, and other
    // terms stay whole.
    const before = found.findIndex((other) => other.to === to && when === null && other.when === null);
    const sum = found[before];
    if (sum === undefined) found.push({ to, value: contribution, when });
    else found[before] = { to, value: pool.make("add", sum.value, contribution), when };
  };
  const product = (a: ExprId, slope: ExprId, of: ExprId): ExprId =>
    scaled(pool, a, slope, isNonlinear && unbounded.has(of));
  differentiate({ pool, id, node, adjoint, isNonlinear, vanishes, product, contribute }, facts);
  return found;
}

/** The adjoint of a leaf from that of `id`, whose derivative by the leaf is `slope`. */
export function chained(pool: ExprPool, id: ExprId, adjoint: ExprId, slope: ExprId, facts: Facts): ExprId {
  return scaled(pool, adjoint, slope, facts.nonlinear.has(id) && facts.unbounded.has(id));
}

function differentiate(rule: Rule, { finiteSlopes, unbounded, data }: Facts): void {
  const { pool, id, node, adjoint, isNonlinear, vanishes, product, contribute } = rule;
  const same = (): ExprId => adjoint;
  switch (node.op) {
    case "add":
      contribute(0, same);
      contribute(1, same);
      break;
    case "sub":
      contribute(0, same);
      contribute(1, () => pool.make("neg", adjoint));
      break;
    case "mul":
      multiplication(rule);
      break;
    case "div": {
      const divisor = argument(node, 1);
      const mayVanish = data.has(divisor) || unbounded.has(divisor) || vanishes(1) !== null;
      division(rule, divisor, isNonlinear && mayVanish);
      break;
    }
    case "pow":
      contribute(0, (x) => product(adjoint, powerByBase(pool, id, x, argument(node, 1)), id));
      contribute(1, () => product(adjoint, powerByExponent(pool, id, argument(node, 0)), id));
      break;
    case "atan2":
      contribute(0, () => times(pool, adjoint, atan2Partial(pool, node, 1)));
      contribute(1, () => pool.make("neg", times(pool, adjoint, atan2Partial(pool, node, 0))));
      break;
    case "exp":
      contribute(0, () => product(adjoint, id, id));
      break;
    case "expm1":
      // Not value + 1, which has no digits left if exp(x) is small.
      contribute(0, (x) => product(adjoint, pool.make("exp", x), id));
      break;
    case "abs":
      absolute(rule, finiteSlopes.has(id));
      break;
    case "select": {
      const condition = argument(node, 0);
      contribute(1, same, { condition, holds: true });
      contribute(2, same, { condition, holds: false });
      break;
    }
    case "call":
      call(rule);
      break;
    case "const":
    case "param":
    case "column":
    case "reduce":
    case "variable":
    case "sign":
    case "floor":
    case "ceil":
    case "lt":
    case "le":
    case "eq":
    case "not":
    case "and":
    case "or":
      break;
    default: {
      const derivative = unary[node.op];
      contribute(0, (x) => derivative(pool, adjoint, x, id));
    }
  }
}

/**
 * A function within `root` that cannot be differentiated, because it is itself a derivative; null
 * if there is none.
 */
export function undifferentiable(pool: ExprPool, root: ExprId): string | null {
  for (const id of reachable(pool, [root])) {
    const { op, name } = pool.node(id);
    if (op === "call" && specialFunctions.get(name)?.derivative.kind === "none") return name;
  }
  return null;
}

/**
 * The expression `id` to be differentiated, and how it contributes to the adjoints of its operands.
 */
interface Rule {
  readonly pool: ExprPool;
  readonly id: ExprId;
  readonly node: ExprNode;
  readonly adjoint: ExprId;
  readonly isNonlinear: boolean;
  /** Where an operand is constant and the slope may be infinite; null if nowhere. */
  vanishes(index: number): ExprId | null;
  /** An adjoint times a slope; the slope may be infinite if `of` is. */
  product(a: ExprId, slope: ExprId, of: ExprId): ExprId;
  contribute(index: number, value: (operand: ExprId) => ExprId, when?: Contribution["when"]): void;
}

function multiplication({ pool, node, adjoint, product, contribute }: Rule): void {
  if (node.args[0] === node.args[1]) {
    contribute(0, (x) => product(times(pool, pool.constant(2), adjoint), x, x));
    return;
  }
  contribute(0, () => product(adjoint, argument(node, 1), argument(node, 1)));
  contribute(1, () => product(adjoint, argument(node, 0), argument(node, 0)));
}

/** @param mayVanish whether the divisor may be 0 or infinite where the adjoint is 0 */
function division({ pool, id, adjoint, product, contribute }: Rule, divisor: ExprId, mayVanish: boolean): void {
  const share = mayVanish ? pool.call("quotientOrZero", [adjoint, divisor]) : pool.make("div", adjoint, divisor);
  contribute(0, () => share);
  contribute(1, () => pool.make("neg", product(share, id, id)));
}

function absolute({ pool, node, adjoint, contribute }: Rule, hasFiniteSlopes: boolean): void {
  // At 0 the derivative is 0 whatever the operand is: 0 times an infinite slope would be NaN.
  const isZero = { condition: pool.make("eq", argument(node, 0), pool.constant(0)), holds: false };
  contribute(0, (x) => times(pool, adjoint, pool.make("sign", x)), hasFiniteSlopes ? null : isZero);
}

function call({ pool, id, node, adjoint, product, contribute }: Rule): void {
  const derivative = specialFunctions.get(node.name)?.derivative;
  if (derivative === undefined) throw new Error(`fitc bug: no special function ${node.name}`);
  switch (derivative.kind) {
    case "smooth": {
      const partials = derivative.partials(pool, node.args, id);
      for (const [index, partial] of partials.entries()) {
        contribute(index, () => {
          const denominator = reciprocal(pool, partial);
          return denominator === null ? product(adjoint, partial, id) : pool.make("div", adjoint, denominator);
        });
      }
      break;
    }
    case "choice": {
      const condition = derivative.first(pool, argument(node, 0), argument(node, 1));
      contribute(0, () => adjoint, { condition, holds: true });
      contribute(1, () => adjoint, { condition, holds: false });
      break;
    }
    case "none":
      throw new Error(`fitc bug: ${node.name} is not differentiated`);
  }
}

type SmoothUnary = Exclude<UnaryPrimitive, "abs" | "exp" | "expm1" | "sign" | "floor" | "ceil">;

/**
 * The contribution of `value` to the adjoint of its operand `x`, in the form that keeps the digits.
 */
const unary: Readonly<Record<SmoothUnary, (pool: ExprPool, adjoint: ExprId, x: ExprId, value: ExprId) => ExprId>> = {
  neg: (pool, adjoint) => pool.make("neg", adjoint),
  sqrt: (pool, adjoint, _x, value) => pool.make("div", times(pool, adjoint, pool.constant(0.5)), value),
  log: (pool, adjoint, x) => pool.make("div", adjoint, x),
  log1p: (pool, adjoint, x) => pool.make("div", adjoint, pool.make("add", pool.constant(1), x)),
  sin: (pool, adjoint, x) => times(pool, adjoint, pool.make("cos", x)),
  cos: (pool, adjoint, x) => pool.make("neg", times(pool, adjoint, pool.make("sin", x))),
  tan: (pool, adjoint, _x, value) =>
    times(pool, adjoint, pool.make("add", pool.constant(1), pool.make("mul", value, value))),
  asin: (pool, adjoint, x) => pool.make("div", adjoint, pool.call("cosAsin", [x])),
  acos: (pool, adjoint, x) => pool.make("neg", pool.make("div", adjoint, pool.call("cosAsin", [x]))),
  atan: (pool, adjoint, x) => pool.make("div", adjoint, pool.make("add", pool.constant(1), pool.make("mul", x, x))),
};

/**
 * x/h/h or y/h/h with h = hypot(y, x), because x*x + y*y underflows and overflows long before the
 * derivative does; 0 at the origin.
 */
function atan2Partial(pool: ExprPool, node: ExprNode, index: number): ExprId {
  return pool.call("overSquareOrZero", [argument(node, index), pool.call("hypot", node.args)]);
}

/** d/dx x^y: for y = 2, 3 and 4 a product, otherwise a quotient with its special cases. */
function powerByBase(pool: ExprPool, value: ExprId, x: ExprId, y: ExprId): ExprId {
  const { op, value: n } = pool.node(y);
  if (op === "const" && (n === 2 || n === 3 || n === 4)) {
    return pool.make("mul", y, power(pool, x, pool.constant(n - 1)));
  }
  return pool.call("powDx", [x, y, value]);
}

/** d/dy x^y = x^y log x, and 0 at x = 0. */
function powerByExponent(pool: ExprPool, value: ExprId, x: ExprId): ExprId {
  const { op, value: base } = pool.node(x);
  if (op === "const" && base !== 0) return pool.make("mul", value, pool.make("log", x));
  return pool.call("powDy", [x, value]);
}

/** @param isUnbounded whether the slope may be infinite where the adjoint is 0 */
function scaled(pool: ExprPool, adjoint: ExprId, slope: ExprId, isUnbounded: boolean): ExprId {
  return isUnbounded ? pool.call("productOrZero", [adjoint, slope]) : times(pool, adjoint, slope);
}

/** A product; no multiplication if a factor is 1, since most adjoints start as 1. */
function times(pool: ExprPool, a: ExprId, b: ExprId): ExprId {
  const one = pool.constant(1);
  if (a === one) return b;
  return b === one ? a : pool.make("mul", a, b);
}

/** The x of a partial derivative that has the form 1/x; null for any other form. */
function reciprocal(pool: ExprPool, partial: ExprId): ExprId | null {
  const { op, args } = pool.node(partial);
  const [numerator, denominator = null] = args;
  return op === "div" && numerator === pool.constant(1) ? denominator : null;
}

function argument(node: ExprNode, index: number): ExprId {
  const id = node.args[index];
  if (id === undefined) throw new Error(`fitc bug: ${node.op} lacks operand ${index + 1}`);
  return id;
}

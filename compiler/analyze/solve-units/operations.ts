import type { Span } from "../../../diagnostics/index.js";
import type { BinaryExpr, CallExpr, Expr } from "../../../grammar/index.js";
import type { ReductionName } from "../../../runtime/contract/reductions.js";
import { builtins } from "../../builtins/index.js";
import type { Rational } from "../../model/unit.js";
import {
  add,
  divide,
  isExact,
  minusOne,
  multiply,
  negate,
  one,
  productOf,
  raised,
  rational,
} from "../units/rational.js";
import type { Form, Operand, Reason, Variable } from "./equations.js";

/** What the operations need of the equations to which they add. */
export interface Demands {
  /**
   * Demands that two units are equal; one that is null is 1.
   *
   * @param span the operation that demands it
   */
  demand(reason: Reason, left: Operand, right: Operand | null, span: Span): void;
  /** The unit of a number, which its place determines. */
  fresh(): Form;
  /** Notes the unit of a bare 1 in a sum. */
  noteOne(form: Form): void;
  /** Notes a factor, a base or a root. */
  noteFactors(node: Expr, operands: readonly Operand[], result: Form): void;
  /** The number of names without a unit. */
  openness(form: Form): number;
}

/** The functions of which a bare number stays one. */
const literalFunctions: ReadonlySet<string> = new Set(["sqrt", "cbrt", "abs", "min", "max", "hypot", "pow"]);

const none: Form = new Map();

export function operand(unit: Operand["unit"], from: Expr, value: Operand["value"] = null): Operand {
  return { unit, from, value, isOne: false, point: null };
}

export function isForm(unit: Operand["unit"]): unit is Form {
  return unit !== "literal" && unit !== "condition";
}

/** The unit of an operand as a factor, in which a bare number is a pure one. */
function factor({ unit }: Operand): Form {
  return isForm(unit) ? unit : none;
}

/** The unit of an operation, and what it requires of the units of its operands. */
export function binary(node: BinaryExpr, left: Operand, right: Operand, demands: Demands): Operand {
  switch (node.op) {
    case "+":
    case "-": {
      if (left.unit === "literal" && right.unit === "literal") return literal(node, left, right);
      for (const [number, other] of [
        [left, right],
        [right, left],
      ] as const) {
        if (number.isOne && isForm(other.unit)) demands.noteOne(other.unit);
      }
      const sum = equal(`both sides of '${node.op}'`, [left, right], demands, node);
      return { ...sum, value: resultOf(node.op, left, right) };
    }
    case "*":
    case "/": {
      if (left.unit === "literal" && right.unit === "literal") return literal(node, left, right);
      const product = productOf<Variable>(factor(left), factor(right), node.op === "*" ? one : minusOne);
      demands.noteFactors(node, [left, right], product);
      return operand(product, node, resultOf(node.op, left, right));
    }
    case "^":
      return power(node, { ...left, from: node.left }, { ...right, from: node.right }, demands);
    case "and":
    case "or":
      return operand("condition", node);
    default:
      equal(`both sides of '${node.op}'`, [left, right], demands, node);
      return operand("condition", node);
  }
}

/** The unit of a call of a built-in function. */
export function builtin(name: string, call: CallExpr, args: readonly Operand[], demands: Demands): Operand {
  const [first] = args;
  if (first === undefined) return operand(demands.fresh(), call);
  if (literalFunctions.has(name) && args.every(({ unit }) => unit === "literal")) {
    return name === "pow" ? powerCall(call, args, demands) : operand("literal", call, "irrational");
  }
  switch (builtins.get(name)?.units) {
    case "none":
      for (const [i, arg] of args.entries()) {
        demands.demand(
          { kind: "pure", what: `the argument of '${name}'` },
          { ...arg, from: call.args[i] ?? call },
          null,
          call.span,
        );
      }
      return operand(none, call, constantValue(args));
    case "same":
      return { ...equal(`the arguments of '${name}'`, args, demands, call), value: constantValue(args) };
    case "angle":
      equal(`the arguments of '${name}'`, args, demands, call);
      return operand(none, call, constantValue(args));
    case "density": {
      const unit = factor(equal(`the arguments of '${name}'`, args, demands, call));
      return operand(raised(unit, minusOne), call);
    }
    case "root2":
    case "root3": {
      const root = raised(factor(first), rational(1, name === "cbrt" ? 3 : 2));
      demands.noteFactors(call, [first], root);
      return operand(root, call, constantValue(args));
    }
    case "power":
      return powerCall(call, args, demands);
    default:
      return operand(none, call);
  }
}

/** The unit of a reduction over the rows. */
export function reduction(name: ReductionName, call: CallExpr, args: readonly Operand[], demands: Demands): Operand {
  const [first] = args;
  if (name === "count" || first === undefined) return operand(none, call);
  return { ...operand(isForm(first.unit) ? first.unit : demands.fresh(), call), point: first.point };
}

/**
 * Demands that all operands have one unit. The operand with the fewest names without a unit is
 * passed on, so that a contradiction shows where it is and not in a later equation.
 */
export function equal(what: string, operands: readonly Operand[], demands: Demands, node: Expr): Operand {
  const { span } = node;
  let common: Operand | null = null;
  for (const next of operands) {
    if (!isForm(next.unit)) continue;
    if (common === null || !isForm(common.unit)) common = next;
    else {
      demands.demand({ kind: "sides", what }, common, next, span);
      if (demands.openness(next.unit) < demands.openness(common.unit)) common = next;
    }
  }
  // Points differ by a pure step, so that a difference may be multiplied, and so may a sum.
  return common === null
    ? operand(operands.every(({ unit }) => unit === "condition") ? "condition" : demands.fresh(), node)
    : { ...common, isOne: false, point: null, value: null };
}

function powerCall(call: CallExpr, args: readonly Operand[], demands: Demands): Operand {
  const [base, exponent] = args.map((arg, i): Operand => ({ ...arg, from: call.args[i] ?? call }));
  if (base === undefined || exponent === undefined) return operand(demands.fresh(), call);
  return power(call, base, exponent, demands);
}

function power(node: Expr, base: Operand, exponent: Operand, demands: Demands): Operand {
  demands.demand({ kind: "pure", what: "an exponent" }, exponent, null, node.span);
  const value = resultOf("^", base, exponent);
  const by = exponent.value;
  if (base.unit === "literal") {
    if (exponent.unit === "literal") return operand("literal", node, value);
    return operand(by !== null && by !== "irrational" ? demands.fresh() : none, node, value);
  }
  if (by === null || by === "irrational") {
    demands.demand({ kind: "base", exponent: exponent.from }, base, null, node.span);
    return operand(none, node, value);
  }
  const unit = raised(factor(base), by);
  if (by.n !== by.d) demands.noteFactors(node, [base], unit);
  return operand(unit, node, value);
}

function literal(node: BinaryExpr, left: Operand, right: Operand): Operand {
  return operand("literal", node, resultOf(node.op, left, right));
}

/** The value of a function of constants, which is hardly ever a fraction. */
function constantValue(args: readonly Operand[]): Operand["value"] {
  return args.every(({ value }) => value !== null) ? "irrational" : null;
}

function resultOf(op: BinaryExpr["op"], left: Operand, right: Operand): Operand["value"] {
  const [a, b] = [left.value, right.value];
  if (a === null || b === null) return null;
  if (a === "irrational" || b === "irrational") return "irrational";
  const value = rationalValue(op, a, b);
  return value === null || !isExact(value) ? "irrational" : value;
}

function rationalValue(op: BinaryExpr["op"], a: Rational, b: Rational): Rational | null {
  switch (op) {
    case "+":
      return add(a, b);
    case "-":
      return add(a, negate(b));
    case "*":
      return multiply(a, b);
    case "/":
      return b.n === 0 ? null : divide(a, b);
    case "^":
      return b.d === 1 && b.n >= 0
        ? rational(a.n ** b.n, a.d ** b.n)
        : b.d === 1 && a.n !== 0
          ? rational(a.d ** -b.n, a.n ** -b.n)
          : null;
    default:
      return null;
  }
}

import type { Message } from "../../../diagnostics/index.js";
import type { BinaryExpr, CallExpr, Expr } from "../../../grammar/index.js";
import type { ReductionName } from "../../../runtime/contract/reductions.js";
import { builtins } from "../../builtins/index.js";
import type { Unit } from "../../model/unit.js";
import type { Constants } from "../constants.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Reporter } from "../reporter.js";
import {
  conversionFactor,
  dimensionless,
  divideUnits,
  isTractable,
  multiplyUnits,
  powerOfUnit,
  sameDimension,
  sameUnit,
} from "./unit.js";

/**
 * What is known about the unit of an expression. null: nothing, because it depends on a name
 * without a unit, so nothing is checked. `literal`: it consists of bare numbers, and takes the unit
 * that its context requires.
 */
export type Inferred = Unit | "literal" | null;

type UnitOf = (expr: Expr) => Inferred;

/** Powers are rational numbers with denominators up to this. */
const largestDenominator = 100;

/** The units that each operation requires of its operands, and the unit of its result. */
export class UnitRules {
  /**
   * Expressions that were already reported, because the body of an `fn` may be checked several
   * times.
   */
  private readonly reported = new Set<Expr>();

  constructor(
    private readonly constants: Constants,
    private readonly reporter: Reporter,
  ) {}

  binary(node: BinaryExpr, of: UnitOf): Inferred {
    const [left, right] = [of(node.left), of(node.right)];
    switch (node.op) {
      case "+":
      case "-":
        return this.equal(`both sides of '${node.op}'`, node.left, node.right, of);
      case "*":
      case "/":
        return product(left, right, node.op === "*" ? multiplyUnits : divideUnits);
      case "^":
        return this.power(node.left, node.right, of);
      case "and":
      case "or":
        return null;
      default:
        this.equal(`both sides of '${node.op}'`, node.left, node.right, of);
        return null;
    }
  }

  builtin(name: string, call: CallExpr, of: UnitOf): Inferred {
    const [first, second] = call.args;
    if (first === undefined) return null;
    switch (builtins.get(name)?.units) {
      case "none": {
        for (const arg of call.args) this.demandDimensionless(`the argument of '${name}'`, arg, of);
        return call.args.some((arg) => of(arg) === null) ? null : dimensionless;
      }
      case "same":
        return this.allEqual(name, call, of);
      case "sign":
        return of(first) === null ? null : dimensionless;
      case "angle":
        return this.allEqual(name, call, of) === null ? null : dimensionless;
      case "density": {
        const unit = this.allEqual(name, call, of);
        return unit === null || unit === "literal" ? unit : tractable(divideUnits(dimensionless, unit));
      }
      case "root2":
        return rooted(of(first), 2);
      case "root3":
        return rooted(of(first), 3);
      case "power":
        return second === undefined ? null : this.power(first, second, of);
      default:
        return null;
    }
  }

  reduction(name: ReductionName, call: CallExpr, of: UnitOf): Inferred {
    const [first] = call.args;
    if (name === "count") return dimensionless;
    return first === undefined ? null : of(first);
  }

  /**
   * The common unit of two expressions. If they differ, that is reported, and the result is
   * unknown.
   */
  equal(what: string, left: Expr, right: Expr, of: UnitOf): Inferred {
    const [a, b] = [of(left), of(right)];
    if (a === null || b === null) return null;
    if (a === "literal") return b;
    if (b === "literal" || sameUnit(a, b)) return a;
    const texts = { left: this.reporter.quote(left.span), right: this.reporter.quote(right.span) };
    const message = messages.unitMismatch({
      what,
      ...texts,
      leftUnit: a.text,
      rightUnit: b.text,
      note: factorNote(b, a),
    });
    this.report(right, message, factorHelp(b, a));
    return null;
  }

  /**
   * Reports an expression if its unit is known and is not the expected one. The message is given
   * its unit and a note on the conversion factor.
   */
  demand(expr: Expr, found: Inferred, expected: Inferred, message: (found: string, note: string) => Message): void {
    if (found === null || found === "literal" || expected === null || expected === "literal") return;
    if (!sameUnit(found, expected)) {
      this.report(expr, message(found.text, factorNote(found, expected)), factorHelp(found, expected));
    }
  }

  private demandDimensionless(what: string, expr: Expr, of: UnitOf): void {
    this.demand(expr, of(expr), dimensionless, (unit, note) =>
      messages.unitNotDimensionless({ what, text: this.reporter.quote(expr.span), unit, note }),
    );
  }

  private allEqual(name: string, call: CallExpr, of: UnitOf): Inferred {
    const units = new Map<Expr, Inferred>();
    const known = (expr: Expr): Inferred => units.get(expr) ?? of(expr);
    let [before] = call.args;
    for (const arg of call.args.slice(1)) {
      if (before === undefined) return null;
      const unit = this.equal(`the arguments of '${name}'`, before, arg, known);
      if (unit === null) return null;
      units.set(arg, unit);
      before = arg;
    }
    return before === undefined ? null : known(before);
  }

  private power(base: Expr, exponent: Expr, of: UnitOf): Inferred {
    this.demandDimensionless("an exponent", exponent, of);
    const [unit, by] = [of(base), of(exponent)];
    if (unit === null || (by === null && this.constants.valueOf(exponent) === null)) return null;
    if (unit === "literal") return by === "literal" ? "literal" : dimensionless;
    if (sameUnit(unit, dimensionless)) return dimensionless;
    const value = this.constants.valueOf(exponent);
    if (value !== null) return rationalPower(unit, value);
    if (by !== "literal") {
      this.report(
        exponent,
        messages.exponentNotConstant({ text: this.reporter.quote(base.span), unit: unit.text }),
        undefined,
      );
    }
    return null;
  }

  private report(expr: Expr, message: Message, help: string | undefined): void {
    if (this.reported.has(expr)) return;
    this.reported.add(expr);
    this.reporter.report(message, expr.span, help);
  }
}

/** A literal in a product is dimensionless; a product of literals is a literal. */
function product(left: Inferred, right: Inferred, combine: (a: Unit, b: Unit) => Unit): Inferred {
  if (left === null || right === null) return null;
  if (left === "literal" && right === "literal") return "literal";
  return tractable(combine(left === "literal" ? dimensionless : left, right === "literal" ? dimensionless : right));
}

function rooted(unit: Inferred, degree: number): Inferred {
  return unit === null || unit === "literal" ? unit : tractable(powerOfUnit(unit, 1, degree));
}

function rationalPower(unit: Unit, value: number): Inferred {
  for (let denominator = 1; denominator <= largestDenominator; denominator++) {
    const numerator = Math.round(value * denominator);
    if (Math.abs(numerator / denominator - value) <= 1e-14 * Math.abs(value)) {
      return tractable(powerOfUnit(unit, numerator, denominator));
    }
  }
  return null;
}

function tractable(unit: Unit): Inferred {
  return isTractable(unit) ? unit : null;
}

function factorNote(from: Unit, to: Unit): string {
  return sameDimension(from, to)
    ? `, which is ${conversionFactor(from, to)} ${to.text === "1" ? "" : to.text}`.trimEnd()
    : "";
}

/**
 * A literal in a product is dimensionless, so conversion needs a constant with a unit of its own.
 */
function factorHelp(from: Unit, to: Unit): string | undefined {
  if (!sameDimension(from, to)) return undefined;
  return `units never convert values: use one unit, or multiply by a 'const c: ${divideUnits(to, from).text} = ${conversionFactor(from, to)}'`;
}

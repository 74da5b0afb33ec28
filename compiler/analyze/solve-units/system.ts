import type { Powers, Rational } from "../../model/unit.js";
import { divide, isExact, minusOne, multiplyInto, negate, one, productOf, raised } from "../units/rational.js";
import type { Budget } from "./budget.js";
import { type Derivation, derivedFrom } from "./derivation.js";
import type { Equation, Variable } from "./equations.js";

/*
 * Units form a vector space over the rationals, whose axes are the base units and the prime factors
 * of the scale (exponents are rational because of `sqrt`). Each rule asks that a product of unknown
 * units be a known one, which is a linear equation in the exponents, so that Gaussian elimination
 * is a complete unification, and its result is unique. (With whole exponents it would need
 * unification in Abelian groups: A. J. Kennedy, Types for Units-of-Measure: Theory and Practice,
 * 2010.)
 */

/** A product of variables, a known unit and the symbols that it is written with. */
export interface Product {
  readonly variables: Powers<Variable>;
  readonly size: Powers;
  readonly symbols: Powers;
  /** Null if it is not recorded. */
  readonly from: Derivation | null;
}

/** `pivot = product`, as it follows from `equation` and those before it. */
export interface Row {
  readonly equation: Equation;
  product: Product;
}

const noPowers: Powers = new Map();

/** The equations in solved form: some of the variables as products of the others. */
export class System {
  readonly rows = new Map<Variable, Row>();
  /** Elimination has become so long, or its exponents so large, that it was given up. */
  failed = false;

  /**
   * @param recorded whether to record which equations a product was derived from
   * @param budget how many multiplications may be made, after which it gives up
   */
  constructor(
    private readonly recorded: boolean,
    private readonly budget: Budget,
  ) {}

  /**
   * Adds an equation.
   *
   * @returns null, or what is left if it contradicts those before: a known unit that would be 1
   */
  add(equation: Equation): Product | null {
    const { variables, unit } = equation;
    if (!this.budget.spend(variables.size)) this.failed = true;
    const rest = this.reduced({
      variables,
      size: unit === null ? noPowers : raised(unit.size, minusOne),
      symbols: unit === null ? noPowers : raised(unit.symbols, minusOne),
      from: this.recorded ? derivedFrom(equation) : null,
    });
    if (!areExact(rest.variables) || !areExact(rest.size)) this.failed = true;
    if (this.failed) return null;
    const pivot = pivotOf(rest.variables);
    if (pivot === null) return rest.size.size === 0 ? null : rest;
    const others = new Map(rest.variables);
    others.delete(pivot);
    const exponent = rest.variables.get(pivot) ?? one;
    this.rows.set(pivot, { equation, product: power({ ...rest, variables: others }, negate(divide(one, exponent))) });
    return null;
  }

  /** Replaces the variables that are known by what they are, so that only free ones are left. */
  reduced(product: Product): Product {
    for (const variable of product.variables.keys()) this.bringUpToDate(variable);
    return this.substituted(product);
  }

  /** The product that a variable equals: itself if it is free. */
  productOf(variable: Variable): Product {
    return this.reduced({ variables: new Map([[variable, one]]), size: noPowers, symbols: noPowers, from: null });
  }

  /**
   * Reduces the row of a variable after those that it depends on. Without recursion, because a
   * chain of definitions may be long.
   */
  private bringUpToDate(variable: Variable): void {
    if (!this.isOld(variable)) return;
    const stack = [variable];
    for (let next = stack.at(-1); next !== undefined; next = stack.at(-1)) {
      const row = this.rows.get(next);
      const inner = row === undefined ? [] : [...row.product.variables.keys()].filter((other) => this.isOld(other));
      if (inner.length > 0 && !this.failed) {
        stack.push(...inner);
        continue;
      }
      stack.pop();
      if (row !== undefined) row.product = this.substituted(row.product);
    }
  }

  /** Whether the row of a variable has others that have become known since. */
  private isOld(variable: Variable): boolean {
    const row = this.rows.get(variable);
    if (row === undefined) return false;
    for (const other of row.product.variables.keys()) if (this.rows.has(other)) return true;
    return false;
  }

  /** Replaces each variable that has a row. */
  private substituted(product: Product): Product {
    const known: Known[] = [];
    for (const [variable, exponent] of product.variables) {
      const row = this.rows.get(variable);
      if (row !== undefined) known.push({ variable, exponent, by: row.product });
    }
    if (known.length === 0 || this.failed) return product;
    const variables = new Map(product.variables);
    for (const { variable } of known) variables.delete(variable);
    let { size, symbols } = product;
    for (const { exponent, by } of known) {
      if (!this.budget.spend(by.variables.size + 1) || !isExact(exponent)) this.failed = true;
      if (this.failed) return product;
      multiplyInto(variables, by.variables, exponent);
      size = productOf(size, by.size, exponent);
      symbols = productOf(symbols, by.symbols, exponent);
    }
    return { variables, size, symbols, from: product.from === null ? null : combined(product.from, known) };
  }
}

/** A variable to some power, and the product that it is replaced by. */
interface Known {
  readonly variable: Variable;
  readonly exponent: Rational;
  readonly by: Product;
}

/** Units of numbers before those of names, so that what stays open is about names. */
function pivotOf(variables: Powers<Variable>): Variable | null {
  let best: Variable | null = null;
  for (const variable of variables.keys()) {
    if (best === null || (best.symbol !== null && (variable.symbol === null || variable.id > best.id))) best = variable;
  }
  return best;
}

function power({ variables, size, symbols, from }: Product, exponent: Rational): Product {
  return {
    variables: raised(variables, exponent),
    size: raised(size, exponent),
    symbols: raised(symbols, exponent),
    from: from === null ? null : { equation: null, factors: [{ of: from, exponent }] },
  };
}

function areExact(powers: Powers<Variable> | Powers): boolean {
  for (const exponent of powers.values()) if (!isExact(exponent)) return false;
  return true;
}

function combined(from: Derivation, known: readonly Known[]): Derivation {
  const others = known.flatMap(({ exponent, by }) => (by.from === null ? [] : [{ of: by.from, exponent }]));
  return { equation: null, factors: [{ of: from, exponent: one }, ...others] };
}

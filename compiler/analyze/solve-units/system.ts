import type { Powers, Rational } from "../../model/unit.js";
import { divide, isExact, minusOne, multiplyInto, negate, one, raised } from "../units/rational.js";
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
  readonly variables: Map<Variable, Rational>;
  readonly size: Map<string, Rational>;
  readonly symbols: Map<string, Rational>;
  /** The equations that it was derived from, with exponents; null if they are not recorded. */
  readonly from: Map<Equation, Rational> | null;
}

/** `pivot = product`, as it follows from `equation` and those before it. */
export interface Row {
  readonly equation: Equation;
  product: Product;
  /** The number of rows when it was last reduced. */
  reducedAt: number;
}

const noPowers: Powers = new Map();

/** The equations in solved form: some of the variables as products of the others. */
export class System {
  readonly rows = new Map<Variable, Row>();
  /** Elimination has become so long, or its exponents so large, that it was given up. */
  failed = false;

  /**
   * @param recorded whether to record which equations a product was derived from
   * @param steps the number of multiplications after which it gives up
   */
  constructor(
    private readonly recorded: boolean,
    private steps = Number.POSITIVE_INFINITY,
  ) {}

  /**
   * Adds an equation.
   *
   * @returns null, or what is left if it contradicts those before: a known unit that would be 1
   */
  add(equation: Equation): Product | null {
    const rest = this.reduced({
      variables: new Map(equation.variables),
      size: raised(equation.unit?.size ?? noPowers, minusOne),
      symbols: raised(equation.unit?.symbols ?? noPowers, minusOne),
      from: this.recorded ? new Map([[equation, one]]) : null,
    });
    if (![...rest.variables.values(), ...rest.size.values()].every(isExact)) this.failed = true;
    if (this.failed) return null;
    const pivot = pivotOf(rest.variables);
    if (pivot === null) return rest.size.size === 0 ? null : rest;
    const exponent = rest.variables.get(pivot) ?? one;
    rest.variables.delete(pivot);
    const product = power(rest, negate(divide(one, exponent)));
    this.rows.set(pivot, { equation, product, reducedAt: this.rows.size });
    return null;
  }

  /** Replaces the variables that are known by what they are, so that only free ones are left. */
  reduced(product: Product): Product {
    for (const variable of product.variables.keys()) this.bringUpToDate(variable);
    return this.substituted(product);
  }

  /** The product that a variable equals: itself if it is free. */
  productOf(variable: Variable): Product {
    return this.reduced({ variables: new Map([[variable, one]]), size: new Map(), symbols: new Map(), from: null });
  }

  /**
   * Reduces the row of a variable after those that it depends on, each of them once for every new
   * row at most. Without recursion, because a chain of definitions may be long.
   */
  private bringUpToDate(variable: Variable): void {
    const stack = [variable];
    for (let next = stack.at(-1); next !== undefined; next = stack.at(-1)) {
      const row = this.rows.get(next);
      const isOld = row !== undefined && row.reducedAt < this.rows.size;
      const inner = isOld ? [...row.product.variables.keys()].filter((other) => this.isOld(other)) : [];
      if (inner.length > 0 && !this.failed) {
        stack.push(...inner);
        continue;
      }
      stack.pop();
      if (!isOld) continue;
      row.product = this.substituted(row.product);
      row.reducedAt = this.rows.size;
    }
  }

  private isOld(variable: Variable): boolean {
    const row = this.rows.get(variable);
    return row !== undefined && row.reducedAt < this.rows.size;
  }

  /** Replaces each variable that has a row. */
  private substituted(product: Product): Product {
    const known = [...product.variables].flatMap(([variable, exponent]) => {
      const row = this.rows.get(variable);
      return row === undefined ? [] : [{ variable, exponent, row }];
    });
    if (known.length === 0 || this.failed) return product;
    const { variables, size, symbols, from } = product;
    const next = {
      variables: new Map(variables),
      size: new Map(size),
      symbols: new Map(symbols),
      from: from === null ? null : new Map(from),
    };
    for (const { variable } of known) next.variables.delete(variable);
    for (const { exponent, row } of known) this.multiply(next, row.product, exponent);
    return next;
  }

  private multiply(product: Product, factor: Product, exponent: Rational): void {
    this.steps -= factor.variables.size + (factor.from?.size ?? 0) + 1;
    if (this.steps < 0 || !isExact(exponent)) this.failed = true;
    if (this.failed) return;
    multiplyInto(product.variables, factor.variables, exponent);
    multiplyInto(product.size, factor.size, exponent);
    multiplyInto(product.symbols, factor.symbols, exponent);
    if (product.from !== null && factor.from !== null) multiplyInto(product.from, factor.from, exponent);
  }
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
    from: from === null ? null : raised(from, exponent),
  };
}

import type { Rational } from "../../model/unit.js";
import { add, multiply, one } from "../units/rational.js";
import type { Equation } from "./equations.js";

/**
 * How a product follows from equations: it is one, or a product of powers of others. They share
 * what they have in common, so that recording costs no more than the multiplications themselves.
 */
export interface Derivation {
  readonly equation: Equation | null;
  readonly factors: readonly { readonly of: Derivation; readonly exponent: Rational }[];
}

export function derivedFrom(equation: Equation): Derivation {
  return { equation, factors: [] };
}

/** The equations whose exponents do not cancel, in the order of their first use. */
export function equationsOf(derivation: Derivation): readonly Equation[] {
  const exponents = new Map<Derivation, Rational>([[derivation, one]]);
  const { first, last } = visited(derivation);
  // Each is used by those that were left after it, so that its exponent is complete.
  for (const product of last.reverse()) {
    const outer = exponents.get(product);
    if (outer === undefined) continue;
    for (const { of, exponent } of product.factors) {
      const inner = multiply(outer, exponent);
      const sum = exponents.get(of);
      exponents.set(of, sum === undefined ? inner : add(sum, inner));
    }
  }
  return first.flatMap((product) =>
    product.equation !== null && exponents.get(product)?.n !== 0 ? [product.equation] : [],
  );
}

/** All derivations in one, in the orders in which a walk enters and leaves them. */
function visited(root: Derivation): { readonly first: readonly Derivation[]; readonly last: Derivation[] } {
  const first = new Set([root]);
  const last: Derivation[] = [];
  const stack = [{ product: root, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const factor = top.product.factors[top.next++];
    if (factor === undefined) {
      last.push(top.product);
      stack.pop();
    } else if (!first.has(factor.of)) {
      first.add(factor.of);
      stack.push({ product: factor.of, next: 0 });
    }
  }
  return { first: [...first], last };
}

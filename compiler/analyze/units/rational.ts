import type { Powers, Rational } from "../../model/unit.js";

/*
 * Exact exponents. They are fractions because `sqrt` and `cbrt` divide them. One that is too large
 * for an exact number becomes NaN, and stays so through all further operations.
 */

export const one: Rational = { n: 1, d: 1 };
export const minusOne: Rational = { n: -1, d: 1 };
const tooLarge: Rational = { n: Number.NaN, d: 1 };

export function rational(numerator: number, denominator = 1): Rational {
  if (denominator === 1) return Number.isSafeInteger(numerator) ? { n: numerator, d: 1 } : tooLarge;
  if (denominator < 0) return rational(-numerator, -denominator);
  const divisor = greatestCommonDivisor(Math.abs(numerator), denominator);
  const [n, d] = [numerator / divisor, denominator / divisor];
  return d !== 0 && Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) ? { n, d } : tooLarge;
}

/** Numbers that were computed are taken for fractions with denominators up to this. */
const largestDenominator = 100;

/**
 * The fraction that a number stands for: `0.75`, or 1/3 as it was computed. `irrational` if it is
 * too long for one.
 */
export function fractionOf(value: number): Rational | "irrational" {
  for (let d = 1; d <= largestDenominator; d++) {
    const n = Math.round(value * d);
    if (Math.abs(n / d - value) <= 1e-15 * Math.abs(value)) return exactOr(rational(n, d));
  }
  const [digits = "", exponent = "0"] = String(value).split("e");
  const [whole = "", decimals = ""] = digits.split(".");
  const places = decimals.length - Number(exponent);
  return exactOr(rational(Number(whole + decimals) * 10 ** Math.max(0, -places), 10 ** Math.max(0, places)));
}

function exactOr(value: Rational): Rational | "irrational" {
  return isExact(value) ? value : "irrational";
}

export function isExact({ n }: Rational): boolean {
  return !Number.isNaN(n);
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === 1 && b.d === 1) return rational(a.n + b.n);
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** @param b not zero */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

export function negate({ n, d }: Rational): Rational {
  return { n: -n, d };
}

/** Multiplies a product of powers by another one to the power `exponent`, in place. */
export function multiplyInto<Base>(product: Map<Base, Rational>, factor: Powers<Base>, exponent: Rational): void {
  for (const [base, power] of factor) {
    const sum = add(product.get(base) ?? zero, multiply(power, exponent));
    if (sum.n === 0) product.delete(base);
    else product.set(base, sum);
  }
}

const zero: Rational = { n: 0, d: 1 };

/** `a * b^exponent`. */
export function productOf<Base>(a: Powers<Base>, b: Powers<Base>, exponent: Rational): Powers<Base> {
  if (b.size === 0) return a;
  const product = new Map(a);
  multiplyInto(product, b, exponent);
  return product;
}

export function raised<Base>(powers: Powers<Base>, exponent: Rational): Powers<Base> {
  return exponent.n === exponent.d ? powers : productOf(new Map<Base, Rational>(), powers, exponent);
}

export function samePowers<Base>(a: Powers<Base>, b: Powers<Base>): boolean {
  return a.size === b.size && [...a].every(([base, { n, d }]) => b.get(base)?.n === n && b.get(base)?.d === d);
}

/** Whether one product of powers is the other one to some power. */
export function isPowerOf<Base>(a: Powers<Base>, b: Powers<Base>): boolean {
  const [first] = a;
  const other = first === undefined ? undefined : b.get(first[0]);
  return first !== undefined && other !== undefined && samePowers(a, raised(b, divide(first[1], other)));
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

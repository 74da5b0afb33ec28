import type { Powers, Rational, Unit } from "../../model/unit.js";
import { divide, isExact, one, raised, rational, samePowers } from "./rational.js";
import { prefixOf, unitOfSymbol } from "./symbols.js";
import { dimensionless, unitOf } from "./unit.js";

/**
 * Units with a name of their own, by which a product of symbols is shown: V/A as ohm. Not those
 * that say what is measured, and not only in which unit: 1/s is not necessarily Hz, nor V*s Wb.
 */
const named = ["N", "Pa", "J", "W", "C", "V", "ohm", "S", "F"];

/**
 * Writes an inferred unit: with the symbols of the model from which it was derived, or by one name
 * if there is one for all of them, with a prefix (J*m/nm/V is GC). A scale is never written as a
 * number.
 */
export function nameUnit(size: Powers, symbols: Powers): Unit {
  if (size.size === 0) return symbols.size === 1 ? unitOf(size, symbols) : dimensionless;
  if (symbols.size < 2) return unitOf(size, symbols);
  for (const symbol of symbols.keys()) {
    const exponent = exponentOf(unitOfSymbol(symbol).size, size);
    if (exponent !== null) return unitOf(size, new Map([[symbol, exponent]]));
  }
  for (const symbol of named) {
    const name = withPrefix(symbol, size);
    if (name !== null) return unitOf(size, new Map([[name, one]]));
  }
  return unitOf(size, symbols);
}

/** The exponent with which a unit gives another one; null if no power of it does. */
function exponentOf(base: Powers, size: Powers): Rational | null {
  const [first] = base;
  const power = first === undefined ? undefined : size.get(first[0]);
  if (first === undefined || power === undefined) return null;
  const exponent = divide(power, first[1]);
  return isExact(exponent) && samePowers(raised(base, exponent), size) ? exponent : null;
}

/** The symbol with the prefix that makes it this unit; null if no prefix does. */
function withPrefix(symbol: string, size: Powers): string | null {
  const [two, five] = [size.get("#2") ?? rational(0), size.get("#5") ?? rational(0)];
  if (two.n !== five.n || two.d !== 1 || five.d !== 1) return null;
  // 100 J are not written hJ.
  const prefix = two.n % 3 === 0 ? prefixOf(two.n) : undefined;
  if (prefix === undefined) return null;
  const dimension = new Map([...size].filter(([base]) => base !== "#2" && base !== "#5"));
  return samePowers(unitOfSymbol(symbol).size, dimension) ? `${prefix}${symbol}` : null;
}

import type { Powers, Rational, Unit } from "../../model/unit.js";
import { isExact, minusOne, one, productOf, raised, rational, samePowers } from "./rational.js";

/*
 * Units of measurement as a dimension times a scale, both exact. Units are compared, never
 * converted.
 */

/** Larger exponents do not occur in real models. */
const largestExponent = 1e6;

export const dimensionless: Unit = unitOf(new Map(), new Map());

/** @param text the printed form, if it is not that of the symbols */
export function unitOf(size: Powers, symbols: Powers, text = powersText(symbols)): Unit {
  return { size, symbols, text };
}

/** `a * b^exponent`. */
export function multiplyUnits(a: Unit, b: Unit, exponent: Rational = one): Unit {
  return unitOf(productOf(a.size, b.size, exponent), productOf(a.symbols, b.symbols, exponent));
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return multiplyUnits(a, b, minusOne);
}

/** The unit to the power `numerator / denominator`. */
export function powerOfUnit(unit: Unit, numerator: number, denominator: number): Unit {
  const exponent = rational(numerator, denominator);
  return unitOf(raised(unit.size, exponent), raised(unit.symbols, exponent));
}

/** Whether the exponents are still small enough to be exact. */
export function isTractable({ size, symbols }: Unit): boolean {
  const inRange = (power: Rational): boolean =>
    isExact(power) && Math.abs(power.n) <= largestExponent && power.d <= largestExponent;
  return [...size.values(), ...symbols.values()].every(inRange);
}

/** Same dimension and same scale. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return samePowers(a.size, b.size);
}

/** The value of a scale, if nothing but prime factors is left of a unit; null otherwise. */
export function scaleOf(size: Powers): number | null {
  let [above, below] = [1, 1];
  for (const [base, { n, d }] of size) {
    if (!base.startsWith("#")) return null;
    const factor = base === "#pi" ? Math.PI : Number(base.slice(1));
    // Dividing by 1000 is exact to the last digit; multiplying by 0.001 is not.
    if (n > 0) above *= factor ** (n / d);
    else below *= factor ** (-n / d);
  }
  const scale = above / below;
  return scale > 0 && Number.isFinite(scale) ? scale : null;
}

/** A number as in a message: `0.001`, `0.0174532925199`. */
export function factorText(factor: number): string {
  return String(Number(factor.toPrecision(12)));
}

/** A scale as it is written in a spec, exactly where it has pi in it: `0.001`, `pi / 180`. */
export function scaleExpression(size: Powers): string | null {
  const scale = scaleOf(size);
  const { n, d } = size.get("#pi") ?? { n: 0, d: 1 };
  if (scale === null || d !== 1 || Math.abs(n) !== 1) return scale === null ? null : factorText(scale);
  if (n < 0) return `${factorText(scale * Math.PI)} / pi`;
  const turns = scale / Math.PI;
  return turns < 1 ? `pi / ${factorText(1 / turns)}` : `${factorText(turns)} * pi`;
}

/** A power of a symbol or a base unit: `s^2`, `Hz^(1/2)`. */
export function powerText(base: string, { n, d }: Rational): string {
  if (d !== 1) return `${base}^(${n}/${d})`;
  return n === 1 ? base : `${base}^${n}`;
}

/** `kg*m/s^2`: positive powers first, then each negative power after a slash. */
export function powersText(powers: Powers): string {
  const above = [...powers].filter(([, { n }]) => n > 0).map(([base, power]) => powerText(base, power));
  const below = [...powers].filter(([, { n }]) => n < 0).map(([base, { n, d }]) => `/${powerText(base, { n: -n, d })}`);
  return (above.length === 0 ? "1" : above.join("*")) + below.join("");
}

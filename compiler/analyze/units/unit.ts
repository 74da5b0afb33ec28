import type { Unit, UnitFactor } from "../../model/unit.js";

/*
 * Units of measurement as a dimension times a scale. Exponents are rational, because `sqrt` and
 * `cbrt` divide them by 2 and 3. Units are compared, never converted.
 */

/** Larger exponents do not occur in real models, and would not be exact. */
const largestExponent = 1e6;

export const dimensionless: Unit = { dimension: [], scale: 1, symbols: [], text: "1" };

/** A unit of one symbol. */
export function symbolUnit(symbol: string, dimension: readonly UnitFactor[], scale: number): Unit {
  const symbols = [{ base: symbol, numerator: 1, denominator: 1 }];
  return { dimension: sorted(dimension), scale, symbols, text: unitText(symbols) };
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  return makeUnit([...a.dimension, ...b.dimension], a.scale * b.scale, [...a.symbols, ...b.symbols]);
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return multiplyUnits(a, powerOfUnit(b, -1, 1));
}

/** The unit to the power `numerator / denominator`. */
export function powerOfUnit(unit: Unit, numerator: number, denominator: number): Unit {
  const raise = (factors: readonly UnitFactor[]): UnitFactor[] =>
    factors.map((f) => ({
      base: f.base,
      numerator: f.numerator * numerator,
      denominator: f.denominator * denominator,
    }));
  return makeUnit(raise(unit.dimension), unit.scale ** (numerator / denominator), raise(unit.symbols));
}

/**
 * Whether the exponents are still small enough to be exact and the scale is within the range of
 * numbers.
 */
export function isTractable({ symbols, scale }: Unit): boolean {
  const inRange = (x: number): boolean => Math.abs(x) >= 1 && Math.abs(x) <= largestExponent;
  return scale > 0 && Number.isFinite(scale) && symbols.every((f) => inRange(f.numerator) && inRange(f.denominator));
}

export function sameDimension(a: Unit, b: Unit): boolean {
  return (
    a.dimension.length === b.dimension.length &&
    a.dimension.every((f, i) => {
      const g = b.dimension[i];
      return g !== undefined && f.base === g.base && f.numerator === g.numerator && f.denominator === g.denominator;
    })
  );
}

/**
 * Same dimension and same scale. Scales are products of powers of ten, so a difference by a few
 * roundings is ignored.
 */
export function sameUnit(a: Unit, b: Unit): boolean {
  return sameDimension(a, b) && Math.abs(a.scale / b.scale - 1) < 1e-9;
}

/** The factor that converts a value from unit `from` to unit `to`, as text: `0.001`. */
export function conversionFactor(from: Unit, to: Unit): string {
  return String(Number((from.scale / to.scale).toPrecision(9)));
}

function makeUnit(dimension: readonly UnitFactor[], scale: number, symbols: readonly UnitFactor[]): Unit {
  const written = merged(symbols);
  return { dimension: sorted(merged(dimension)), scale, symbols: written, text: unitText(written) };
}

/**
 * Merges the factors of each base, in order of first appearance; factors that cancel are left out.
 */
function merged(factors: readonly UnitFactor[]): UnitFactor[] {
  const sums = new Map<string, UnitFactor>();
  for (const factor of factors) {
    const known = sums.get(factor.base) ?? { base: factor.base, numerator: 0, denominator: 1 };
    const numerator = known.numerator * factor.denominator + factor.numerator * known.denominator;
    const denominator = known.denominator * factor.denominator;
    const divisor = greatestCommonDivisor(Math.abs(numerator), denominator);
    sums.set(factor.base, { base: factor.base, numerator: numerator / divisor, denominator: denominator / divisor });
  }
  return [...sums.values()].filter((factor) => factor.numerator !== 0);
}

function sorted(factors: readonly UnitFactor[]): readonly UnitFactor[] {
  return [...factors].sort((a, b) => (a.base < b.base ? -1 : a.base > b.base ? 1 : 0));
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  // The remainder is NaN if an exponent is out of range, which is reported later.
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

/** `kg*m/s^2`: positive powers first, then each negative power after a slash. */
function unitText(symbols: readonly UnitFactor[]): string {
  const above = symbols.filter((f) => f.numerator > 0).map((f) => powerText(f.base, f.numerator, f.denominator));
  const below = symbols.filter((f) => f.numerator < 0).map((f) => `/${powerText(f.base, -f.numerator, f.denominator)}`);
  return (above.length === 0 ? "1" : above.join("*")) + below.join("");
}

function powerText(symbol: string, numerator: number, denominator: number): string {
  if (denominator !== 1) return `${symbol}^(${numerator}/${denominator})`;
  return numerator === 1 ? symbol : `${symbol}^${numerator}`;
}

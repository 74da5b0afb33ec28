import type { Powers, Rational, Unit } from "../../model/unit.js";
import { multiplyInto, one, rational } from "./rational.js";
import { ownAxis, unitOf } from "./unit.js";

/**
 * The symbols of units. Those of the International System of Units, with its prefixes: BIPM, The
 * International System of Units, 9th edition (2019; prefixes ronna to quecto 2022), tables 2, 4 and
 * 7. Units beside it: table 8 and, for `bar`, `atm` and `cal`, NIST Special Publication 811 (2008),
 * appendix B. A revolution is 2 pi rad, so that `rpm` is an angular velocity.
 */
type Dimension = Readonly<Record<string, number>>;

/** A symbol, its scale (decimal numbers or pi, divided by each other), and its dimension. */
type Entry = readonly [symbol: string, scale: string, dimension: Dimension];

/** Those that take a prefix. */
const prefixed: readonly Entry[] = [
  ["s", "1", { s: 1 }],
  ["m", "1", { m: 1 }],
  ["g", "0.001", { kg: 1 }],
  ["A", "1", { A: 1 }],
  ["K", "1", { K: 1 }],
  ["mol", "1", { mol: 1 }],
  ["cd", "1", { cd: 1 }],
  ["rad", "1", {}],
  ["sr", "1", {}],
  ["Hz", "1", { s: -1 }],
  ["N", "1", { kg: 1, m: 1, s: -2 }],
  ["Pa", "1", { kg: 1, m: -1, s: -2 }],
  ["J", "1", { kg: 1, m: 2, s: -2 }],
  ["W", "1", { kg: 1, m: 2, s: -3 }],
  ["C", "1", { A: 1, s: 1 }],
  ["V", "1", { kg: 1, m: 2, s: -3, A: -1 }],
  ["F", "1", { kg: -1, m: -2, s: 4, A: 2 }],
  ["Ω", "1", { kg: 1, m: 2, s: -3, A: -2 }],
  ["ohm", "1", { kg: 1, m: 2, s: -3, A: -2 }],
  ["S", "1", { kg: -1, m: -2, s: 3, A: 2 }],
  ["Wb", "1", { kg: 1, m: 2, s: -2, A: -1 }],
  ["T", "1", { kg: 1, s: -2, A: -1 }],
  ["H", "1", { kg: 1, m: 2, s: -2, A: -2 }],
  ["lm", "1", { cd: 1 }],
  ["lx", "1", { cd: 1, m: -2 }],
  ["Bq", "1", { s: -1 }],
  ["Gy", "1", { m: 2, s: -2 }],
  ["Sv", "1", { m: 2, s: -2 }],
  ["kat", "1", { mol: 1, s: -1 }],
  ["L", "0.001", { m: 3 }],
  ["eV", "1.602176634e-19", { kg: 1, m: 2, s: -2 }],
  ["bar", "1e5", { kg: 1, m: -1, s: -2 }],
  ["cal", "4.184", { kg: 1, m: 2, s: -2 }],
];

/** Those that do not: `min` is the minute, `hd` a unit of its own. */
const whole: readonly Entry[] = [
  ["min", "60", { s: 1 }],
  ["h", "3600", { s: 1 }],
  ["d", "86400", { s: 1 }],
  ["deg", "pi/180", {}],
  ["rpm", "pi/30", { s: -1 }],
  ["atm", "101325", { kg: 1, m: -1, s: -2 }],
  ["percent", "0.01", {}],
  ["%", "0.01", {}],
  ["ppm", "1e-6", {}],
  // The zero of this scale is arbitrary, so a temperature in it is not one in kelvin.
  ["°C", "1", { degC: 1 }],
];

const tenfold: Powers = new Map([
  ["#2", one],
  ["#5", one],
]);

/** `u` and both letters mu mean micro: NFC does not change U+00B5. */
const prefixes: ReadonlyMap<string, number> = new Map([
  ["Q", 30],
  ["R", 27],
  ["Y", 24],
  ["Z", 21],
  ["E", 18],
  ["P", 15],
  ["T", 12],
  ["G", 9],
  ["M", 6],
  ["k", 3],
  ["h", 2],
  ["da", 1],
  ["d", -1],
  ["c", -2],
  ["m", -3],
  ["µ", -6],
  ["μ", -6],
  ["u", -6],
  ["n", -9],
  ["p", -12],
  ["f", -15],
  ["a", -18],
  ["z", -21],
  ["y", -24],
  ["r", -27],
  ["q", -30],
]);

/** The prefix of a power of ten, `k` for 3; undefined if there is none. */
export function prefixOf(exponent: number): string | undefined {
  if (exponent === 0) return "";
  return exponent === -6 ? "u" : [...prefixes].find(([, power]) => power === exponent)?.[0];
}

/**
 * The unit of a symbol. The whole symbol is looked up before it is split into a prefix and a symbol
 * (`cd` is the candela, `mol` the mole, `min` the minute); an unknown symbol is a base unit of its
 * own.
 */
export function unitOfSymbol(symbol: string): Unit {
  return unitOf(known(symbol) ?? new Map([[ownAxis(symbol), one]]), new Map([[symbol, one]]));
}

/** Whether the symbol is in the tables, with or without a prefix. */
export function isKnownSymbol(symbol: string): boolean {
  return known(symbol) !== undefined || symbol === "degC" || isLogarithmic(symbol);
}

/** Whether the zero of this base unit is arbitrary. */
export function isAffine(base: string): boolean {
  return base === "degC";
}

/** Whether this base unit counts a logarithm. */
export function isLogarithmic(base: string): boolean {
  return base === "dB" || base === "dBm" || base === "mag";
}

/** No table of all prefixed symbols: making one would take longer than checking a spec. */
function known(symbol: string): Powers | undefined {
  for (const entry of prefixed) if (symbol === entry[0]) return sizeOf(entry, 0);
  for (const entry of whole) if (symbol === entry[0]) return sizeOf(entry, 0);
  for (const entry of prefixed) {
    const exponent = symbol.endsWith(entry[0]) ? prefixes.get(symbol.slice(0, -entry[0].length)) : undefined;
    if (exponent !== undefined) return sizeOf(entry, exponent);
  }
  return undefined;
}

function sizeOf([, scale, dimension]: Entry, ten: number): Powers {
  const size = new Map(Object.entries(dimension).map(([base, power]) => [base, rational(power)]));
  multiplyInto(size, primesOf(scale), one);
  if (ten !== 0) multiplyInto(size, tenfold, rational(ten));
  return size;
}

/** The prime factors of a scale: `#2`, `#5`, ..., with `#pi` as one more. */
function primesOf(scale: string): Map<string, Rational> {
  const primes = new Map<string, Rational>();
  for (const [, sign = "", factor = ""] of scale.matchAll(/(^|\/)([^/]+)/g)) {
    const power = sign === "/" ? -1 : 1;
    if (factor === "pi") {
      addPower(primes, "#pi", power);
      continue;
    }
    const [digits = "", exponent = "0"] = factor.split("e");
    const [whole = "", decimals = ""] = digits.split(".");
    const tens = power * (Number(exponent) - decimals.length);
    for (const base of ["#2", "#5"]) addPower(primes, base, tens);
    let rest = Number(whole + decimals);
    for (let prime = 2; rest > 1; prime++) {
      if (prime * prime > rest) prime = rest;
      for (; rest % prime === 0; rest /= prime) addPower(primes, `#${prime}`, power);
    }
  }
  return primes;
}

function addPower(powers: Map<string, Rational>, base: string, exponent: number): void {
  multiplyInto(powers, new Map([[base, one]]), rational(exponent));
}

import type { Unit, UnitFactor } from "../../model/unit.js";
import { symbolUnit } from "./unit.js";

/**
 * The symbols of the International System of Units: base units, derived units with special names,
 * prefixes. Source: BIPM, The International System of Units, 9th edition (2019; prefixes ronna to
 * quecto 2022), tables 2, 4 and 7. The degree Celsius is left out: it has an offset, and a unit
 * here is a dimension times a scale.
 */
type Powers = Readonly<Record<string, number>>;

/** A symbol, its scale, and its dimension in base units. */
type Coherent = readonly [symbol: string, scale: number, powers: Powers];
const coherent: readonly Coherent[] = [
  ["s", 1, { s: 1 }],
  ["m", 1, { m: 1 }],
  ["g", 1e-3, { kg: 1 }],
  ["A", 1, { A: 1 }],
  ["K", 1, { K: 1 }],
  ["mol", 1, { mol: 1 }],
  ["cd", 1, { cd: 1 }],
  ["rad", 1, {}],
  ["sr", 1, {}],
  ["Hz", 1, { s: -1 }],
  ["N", 1, { kg: 1, m: 1, s: -2 }],
  ["Pa", 1, { kg: 1, m: -1, s: -2 }],
  ["J", 1, { kg: 1, m: 2, s: -2 }],
  ["W", 1, { kg: 1, m: 2, s: -3 }],
  ["C", 1, { A: 1, s: 1 }],
  ["V", 1, { kg: 1, m: 2, s: -3, A: -1 }],
  ["F", 1, { kg: -1, m: -2, s: 4, A: 2 }],
  ["Ω", 1, { kg: 1, m: 2, s: -3, A: -2 }],
  ["ohm", 1, { kg: 1, m: 2, s: -3, A: -2 }],
  ["S", 1, { kg: -1, m: -2, s: 3, A: 2 }],
  ["Wb", 1, { kg: 1, m: 2, s: -2, A: -1 }],
  ["T", 1, { kg: 1, s: -2, A: -1 }],
  ["H", 1, { kg: 1, m: 2, s: -2, A: -2 }],
  ["lm", 1, { cd: 1 }],
  ["lx", 1, { cd: 1, m: -2 }],
  ["Bq", 1, { s: -1 }],
  ["Gy", 1, { m: 2, s: -2 }],
  ["Sv", 1, { m: 2, s: -2 }],
  ["kat", 1, { mol: 1, s: -1 }],
];

/** `u` and both letters mu mean micro: NFC does not change U+00B5. */
const prefixes: ReadonlyMap<string, number> = new Map([
  ["Q", 1e30],
  ["R", 1e27],
  ["Y", 1e24],
  ["Z", 1e21],
  ["E", 1e18],
  ["P", 1e15],
  ["T", 1e12],
  ["G", 1e9],
  ["M", 1e6],
  ["k", 1e3],
  ["h", 1e2],
  ["da", 1e1],
  ["d", 1e-1],
  ["c", 1e-2],
  ["m", 1e-3],
  ["µ", 1e-6],
  ["μ", 1e-6],
  ["u", 1e-6],
  ["n", 1e-9],
  ["p", 1e-12],
  ["f", 1e-15],
  ["a", 1e-18],
  ["z", 1e-21],
  ["y", 1e-24],
  ["r", 1e-27],
  ["q", 1e-30],
]);

/**
 * The unit of a symbol. The whole symbol is looked up before it is split into a prefix and a symbol
 * (`cd` is the candela, `mol` the mole); an unknown symbol is a base unit of its own.
 */
export function unitOfSymbol(symbol: string): Unit {
  const [scale, powers] = known(symbol) ?? [1, { [symbol]: 1 }];
  const factors = Object.entries(powers).map(([base, numerator]): UnitFactor => ({ base, numerator, denominator: 1 }));
  return symbolUnit(symbol, factors, scale);
}

/** No table of all prefixed symbols: making one would take longer than checking a spec. */
function known(symbol: string): readonly [scale: number, powers: Powers] | undefined {
  for (const [whole, scale, powers] of coherent) if (symbol === whole) return [scale, powers];
  for (const [end, scale, powers] of coherent) {
    const factor = symbol.endsWith(end) ? prefixes.get(symbol.slice(0, -end.length)) : undefined;
    if (factor !== undefined) return [scale * factor, powers];
  }
  return undefined;
}

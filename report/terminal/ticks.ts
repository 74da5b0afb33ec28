import { decades } from "../rows/axis-scale.js";
import type { Scale } from "./scale.js";

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Numbers of up to this many characters are written without an exponent. */
const plainLength = 7;

/**
 * Round numbers on an axis, at most about `most` of them: multiples of 1, 2 or 5 times a power of
 * ten; on a logarithmic axis powers of ten and, if there are few, 2 and 5 times them.
 */
export function ticksOf(scale: Scale, most: number): readonly Tick[] {
  return scale.logarithmic ? logarithmicTicks(scale, most) : linearTicks(scale, most);
}

function linearTicks({ least, greatest }: Scale, most: number): readonly Tick[] {
  const [mantissa = 1, exponent = 0] = roundStep((greatest - least) / most);
  // 10^-330 is 0, and a step of 10^-310 has lost its digits.
  if (exponent < -305) return [];
  const step = Number(`${mantissa}e${exponent}`);
  const first = Math.ceil(least / step);
  const values = Array.from({ length: Math.floor(greatest / step) - first + 1 }, (_, i) => {
    return Number(((first + i) * step).toPrecision(15));
  });
  const format = formatFor(values, exponent);
  return values.map((value) => ({ value, label: format(value) }));
}

/** The least of 1, 2, 5 or 10 times a power of ten that is not below `size`. */
function roundStep(size: number): readonly [mantissa: number, exponent: number] {
  const [digits = "1", exponent = "0"] = size.toExponential(6).split("e");
  const mantissa = [1, 2, 5].find((round) => Number(digits) <= round);
  return mantissa === undefined ? [1, Number(exponent) + 1] : [mantissa, Number(exponent)];
}

/** One format for all ticks of an axis, with the decimals that their step needs. */
function formatFor(values: readonly number[], exponent: number): (value: number) => string {
  const decimals = Math.max(0, -exponent);
  const largest = Math.max(...values.map(Math.abs));
  const digits = largest === 0 ? 0 : Math.floor(Math.log10(largest));
  const length = Math.max(1, digits + 1) + (decimals === 0 ? 0 : decimals + 1);
  const scientificLength = digits - exponent + 5;
  if (length <= plainLength || length <= scientificLength) return (value) => unsignedZero(value.toFixed(decimals));
  return (value) => (value === 0 ? "0" : scientific(value, Math.floor(Math.log10(Math.abs(value))) - exponent));
}

function unsignedZero(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

function scientific(value: number, decimals: number): string {
  return value.toExponential(Math.min(Math.max(decimals, 0), 15)).replace("e+", "e");
}

function logarithmicTicks({ least, greatest }: Scale, most: number): readonly Tick[] {
  const first = Math.floor(Math.log10(least));
  const last = Math.ceil(Math.log10(greatest));
  const span = decades(least, greatest);
  const mantissas = [[1, 2, 5], [1, 3], [1]].find((some) => some.length * span <= most) ?? [1];
  const stride = Math.max(1, Math.ceil(span / most));
  const ticks: Tick[] = [];
  for (let exponent = Math.ceil(first / stride) * stride; exponent <= last; exponent += stride) {
    for (const mantissa of mantissas) {
      const value = Number(`${mantissa}e${exponent}`);
      if (value < least || value > greatest) continue;
      const plain = exponent >= -3 && exponent <= 4;
      ticks.push({ value, label: plain ? String(value) : `${mantissa}e${exponent}` });
    }
  }
  return ticks;
}

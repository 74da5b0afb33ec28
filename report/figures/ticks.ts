/** Chooses the ticks of an axis and what they say. */
import { decades } from "../rows/axis-scale.js";
import { superscript } from "./mathematics.js";

export interface Ticks {
  readonly values: readonly number[];
  /** The label of each tick; empty for a minor one. */
  readonly labels: readonly string[];
  /** The format by which Vega makes the same labels, if it can. */
  readonly format: string | null;
  /** The labels are in units of this power of ten. */
  readonly exponent: number;
  /** The labels are what a value exceeds this by. */
  readonly offset: number;
}

/** Beyond these powers of ten, labels are in units of a power of ten. */
const plain = { least: -3, most: 4 } as const;
/** Up to this one, labels that need all their digits are not. */
const mostPlain = 6;
/** If labels need more significant digits, they say how much a value exceeds the first. */
const mostDigits = 7;

/** Round values inside of the domain, about as many as asked for. */
export function linearTicks([low, high]: readonly [number, number], count: number): Ticks {
  const step = roundStep((high - low) / Math.max(1, count));
  const place = Math.floor(Math.log10(step) + 1e-9);
  const size = Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high))));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const values: number[] = [];
  for (let k = first; k <= last && values.length < 50; k++) values.push(multiple(k, step, place));
  const offset = size - place + 1 > mostDigits ? (values[0] ?? 0) : 0;
  const scale = offset === 0 ? size : Math.floor(Math.log10(high - low));
  const isPlain = (scale >= plain.least && scale <= plain.most) || (scale > 0 && scale <= mostPlain && place <= 1);
  const exponent = isPlain ? 0 : 3 * Math.floor(scale / 3);
  const decimals = Math.min(20, Math.max(0, exponent - place));
  const label = (value: number) => fixed(shifted(value - offset, -exponent), decimals);
  return {
    values,
    labels: values.map(label),
    format: offset === 0 && exponent === 0 ? `.${decimals}f` : null,
    exponent,
    offset,
  };
}

/** 1, 2 or 5 times a power of ten, whichever has the least ratio to the given step. */
function roundStep(step: number): number {
  const power = Math.floor(Math.log10(step));
  const mantissa = shifted(step, -power);
  const round = mantissa < Math.sqrt(2) ? 1 : mantissa < Math.sqrt(10) ? 2 : mantissa < Math.sqrt(50) ? 5 : 10;
  return shifted(round, power);
}

/** k times a step, without the rounding errors that would show in the labels. */
function multiple(k: number, step: number, place: number): number {
  return shifted(Math.round(shifted(step, -place)) * k, place);
}

/** value times 10^power, rounded once. */
function shifted(value: number, power: number): number {
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  return Number(`${mantissa}e${Number(exponent) + power}`);
}

function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "\u2212");
}

/** Powers of ten with minor ticks between; 1, 2 and 5 where they are few. */
export function logTicks([low, high]: readonly [number, number], count: number): Ticks {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const span = decades(low, high);
  const fewest = Math.max(1, Math.ceil(span / Math.max(1, count)));
  const stride = fewest <= 10 ? fewest : roundStep(fewest);
  const labelled = span < 2 ? [1, 2, 5] : [1];
  const minor = span <= 10 ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1];
  const values: number[] = [];
  const labels: string[] = [];
  const isPlain = first >= -3 && last <= 5;
  // Over so many decades, a tick at each of them would be a black bar.
  const between = fewest <= 10 ? 1 : stride;
  for (let power = Math.ceil(first / between) * between; power <= last; power += between) {
    for (const digit of minor) {
      const value = shifted(digit, power);
      if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
      const hasLabel = labelled.includes(digit) && power % stride === 0;
      values.push(value);
      labels.push(hasLabel ? (isPlain ? fixed(value, Math.max(0, -power)) : powerLabel(digit, power)) : "");
    }
  }
  return { values, labels, format: null, exponent: 0, offset: 0 };
}

function powerLabel(digit: number, power: number): string {
  return `${digit === 1 ? "" : `${digit}×`}10${superscript(power)}`;
}

import type { Random } from "../../../math/random.js";

/** Powers of the scales of x and y. */
export interface Scales {
  readonly x?: number;
  readonly y?: number;
}

/** How a number is drawn: in logarithm or not, of either sign or not, in units of the scales. */
export interface Draw extends Scales {
  readonly low: number;
  readonly high: number;
  readonly kind: "size" | "either" | "between";
}

/** Positive, uniform in the logarithm. */
export const size = (low: number, high: number, scales: Scales = {}): Draw => ({ low, high, kind: "size", ...scales });
/** Of either sign, uniform in the logarithm. */
export const either = (low: number, high: number, scales: Scales = {}): Draw => ({
  low,
  high,
  kind: "either",
  ...scales,
});
/** Uniform. */
export const between = (low: number, high: number, scales: Scales = {}): Draw => ({
  low,
  high,
  kind: "between",
  ...scales,
});

/** The range of x: in units of the scale of x, or in natural units, for models that need them. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly logarithmic?: boolean;
  /** True if x and y have no scale: all is in the units of the model. */
  readonly natural?: boolean;
}

export const grid = (from: number, to: number): Axis => ({ from, to });
export const decades = (from: number, to: number): Axis => ({ from, to, logarithmic: true });

export function uniform(random: Random, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}

/** Uniform in the logarithm. */
export function logUniform(random: Random, low: number, high: number): number {
  return low * (high / low) ** random.uniform();
}

/** A standard normal number (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
}

export function drawn(random: Random, { low, high, kind, x = 0, y = 0 }: Draw, scales: Required<Scales>): number {
  const plain = kind === "between" ? uniform(random, low, high) : logUniform(random, low, high);
  const sign = kind === "either" && random.uniform() < 0.5 ? -1 : 1;
  return sign * plain * scales.x ** x * scales.y ** y;
}

/** Sorted places on an axis: evenly spaced, or at random. */
export function places(random: Random, axis: Axis, count: number, scale: number): Float64Array {
  const even = random.uniform() < 0.6;
  const parts = Float64Array.from({ length: count }, (_, i) => (even ? i / (count - 1) : random.uniform())).sort();
  const { from, to, logarithmic = false } = axis;
  return parts.map((part) => scale * (logarithmic ? from * (to / from) ** part : from + (to - from) * part));
}

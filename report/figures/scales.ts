/** Whether values are better seen on a logarithmic axis. */
import type { AxisScale } from "./axis.js";
import { rangeOf } from "./axis.js";

/** Values that span less than two decades are as well seen on a linear axis. */
const decades = 100;

/**
 * Logarithmic if the values are positive, span decades, and are spread over them: the middle of
 * them is nearer to the middle of the axis than it would be on a linear one.
 */
export function scaleTypeOf(values: ArrayLike<number>): AxisScale["type"] {
  const range = rangeOf(values);
  if (range === null) return "linear";
  const [low, high] = range;
  if (!(low > 0) || !(high / low >= decades) || !Number.isFinite(high / low)) return "linear";
  const median = medianOf(values);
  const linear = Math.abs((median - low) / (high - low) - 0.5);
  const logarithmic = Math.abs(Math.log(median / low) / Math.log(high / low) - 0.5);
  return logarithmic < linear && logarithmic < 0.3 ? "log" : "linear";
}

/** As many values tell where the middle of them is. */
const sampleSize = 10_000;

function medianOf(values: ArrayLike<number>): number {
  const step = Math.max(1, Math.floor(values.length / sampleSize));
  const sample: number[] = [];
  for (let i = 0; i < values.length; i += step) {
    const value = values[i] as number;
    if (Number.isFinite(value)) sample.push(value);
  }
  return sample.sort((a, b) => a - b)[sample.length >> 1] ?? Number.NaN;
}

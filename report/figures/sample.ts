/** Chooses the points of a picture when there are more than it can show. */
import { rangeOf } from "./axis.js";

/** A panel with more points is sampled, */
const mostPoints = 2000;
/** down to this number: of a cloud of points, more are seen as well by half as many. */
const sampleSize = 1000;
/** Part of the points kept are the extremes of slices of the picture. */
const slices = 250;

/**
 * The rows to show: all with a finite x and y or, if they are many, the lowest and highest y of
 * each slice of x, which no sample may lose, and others at random, always the same.
 */
export function shownRows(x: Float64Array, y: Float64Array): { readonly rows: Uint32Array; readonly of: number } {
  const finite = new Uint32Array(x.length);
  let count = 0;
  for (let i = 0; i < x.length; i++) {
    if (Number.isFinite(x[i]) && Number.isFinite(y[i])) finite[count++] = i;
  }
  const all = finite.subarray(0, count);
  if (count <= mostPoints) return { rows: all, of: count };
  const chosen = new Set(extremes(all, x, y));
  let state = 1;
  while (chosen.size < sampleSize) {
    // A linear congruential generator modulo 2^32: its high bits are random enough for this.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    chosen.add(all[Math.floor((state / 2 ** 32) * count)] as number);
  }
  return { rows: Uint32Array.from(chosen).sort(), of: count };
}

function extremes(rows: Uint32Array, x: Float64Array, y: Float64Array): number[] {
  const [low, high] = rangeOf(x) ?? [0, 0];
  const lowest = new Int32Array(slices).fill(-1);
  const highest = new Int32Array(slices).fill(-1);
  for (const row of rows) {
    const slice =
      high > low ? Math.min(slices - 1, Math.floor((((x[row] as number) - low) / (high - low)) * slices)) : 0;
    const value = y[row] as number;
    const [least, most] = [lowest[slice] as number, highest[slice] as number];
    if (least < 0 || value < (y[least] as number)) lowest[slice] = row;
    if (most < 0 || value > (y[most] as number)) highest[slice] = row;
  }
  return [...lowest, ...highest].filter((row) => row >= 0);
}

/** The values of some rows. */
export function picked(values: ArrayLike<number>, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
}

/** What is said below a picture of a sample; null if all points are shown. */
export function sampleNote({ rows, of }: { readonly rows: Uint32Array; readonly of: number }): string | null {
  if (rows.length === of) return null;
  return `${grouped(rows.length)} of ${grouped(of)} points are shown, the extremes among them.`;
}

/** A count with separators: `1,000,000`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

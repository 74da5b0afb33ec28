/**
 * The number of doubles between two values; infinite if only one is NaN, or if they are zeros of
 * different sign.
 */
export function distance(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (a === b || Number.isNaN(a) || Number.isNaN(b)) return Number.POSITIVE_INFINITY;
  return Math.abs(Number(order(a) - order(b)));
}

/** Maps doubles to integers in the same order. */
function order(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

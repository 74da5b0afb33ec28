/** Whether multiplication and division by x only shift the exponent. */
export function isPowerOfTwo(x: number): boolean {
  const size = Math.abs(x);
  return isNormal(size) && isNormal(1 / size) && 2 ** Math.round(Math.log2(size)) === size;
}

/** Whether x is a normal number, with a full mantissa. */
export function isNormal(x: number): boolean {
  const size = Math.abs(x);
  return size >= 2 ** -1022 && size < Number.POSITIVE_INFINITY;
}

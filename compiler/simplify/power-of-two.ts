/** Whether multiplying by it, and dividing by it, only shifts the exponent. */
export function isPowerOfTwo(x: number): boolean {
  const size = Math.abs(x);
  return isNormal(size) && isNormal(1 / size) && 2 ** Math.round(Math.log2(size)) === size;
}

/** Whether a double has all its digits. */
export function isNormal(x: number): boolean {
  const size = Math.abs(x);
  return size >= 2 ** -1022 && size < Number.POSITIVE_INFINITY;
}

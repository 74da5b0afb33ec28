/**
 * Upper-triangular systems. R is column-major with leading dimension `ld >= n`; what lies below its diagonal is not read.
 * A zero on the diagonal gives infinities or NaN: the caller decides on rank before.
 */

/** Solves R x = b in place of `b` (the first n entries). */
export function solveUpper(r: Float64Array, ld: number, n: number, b: Float64Array): void {
  for (let j = n - 1; j >= 0; j--) {
    const x = (b[j] as number) / (r[j * ld + j] as number);
    b[j] = x;
    for (let i = 0; i < j; i++) b[i] = (b[i] as number) - x * (r[j * ld + i] as number);
  }
}

/** Solves R' x = b in place of `b` (the first n entries). */
export function solveUpperTransposed(r: Float64Array, ld: number, n: number, b: Float64Array): void {
  for (let j = 0; j < n; j++) {
    let sum = b[j] as number;
    for (let i = 0; i < j; i++) sum -= (r[j * ld + i] as number) * (b[i] as number);
    b[j] = sum / (r[j * ld + j] as number);
  }
}

/**
 * |R| |R^-1| by the lengths of all their entries: no less than the ratio of the extreme singular values, and no more than n times it.
 * Infinite where R is singular, or so near it that its inverse overflows.
 *
 * @param work n numbers to work in
 */
export function conditionBound(r: Float64Array, ld: number, n: number, work: Float64Array): number {
  let squares = 0;
  let inverseSquares = 0;
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < k; i++) work[i] = 0;
    work[k] = 1;
    for (let j = k; j >= 0; j--) {
      const entry = r[k * ld + j] as number;
      squares += entry * entry;
      const x = (work[j] as number) / (r[j * ld + j] as number);
      inverseSquares += x * x;
      for (let i = 0; i < j; i++) work[i] = (work[i] as number) - x * (r[j * ld + i] as number);
    }
  }
  const bound = Math.sqrt(squares) * Math.sqrt(inverseSquares);
  return Number.isNaN(bound) ? Number.POSITIVE_INFINITY : bound;
}

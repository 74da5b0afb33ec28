/**
 * Upper-triangular systems. R is column-major with leading dimension `ld >= n`; entries below its
 * diagonal are not read. A zero on the diagonal gives infinities or NaN: callers determine the rank
 * first.
 */

/** Solves R x = b; x overwrites the first n entries of `b`. */
export function solveUpper(r: Float64Array, ld: number, n: number, b: Float64Array): void {
  for (let j = n - 1; j >= 0; j--) {
    const x = (b[j] as number) / (r[j * ld + j] as number);
    b[j] = x;
    for (let i = 0; i < j; i++) b[i] = (b[i] as number) - x * (r[j * ld + i] as number);
  }
}

/** Solves R' x = b; x overwrites the first n entries of `b`. */
export function solveUpperTransposed(r: Float64Array, ld: number, n: number, b: Float64Array): void {
  for (let j = 0; j < n; j++) {
    let sum = b[j] as number;
    for (let i = 0; i < j; i++) sum -= (r[j * ld + i] as number) * (b[i] as number);
    b[j] = sum / (r[j * ld + j] as number);
  }
}

/**
 * |R| |R^-1| in the Frobenius norm: at least the ratio of the extreme singular values, and at most
 * n times that ratio. Infinite if R is singular, or so close to singular that its inverse
 * overflows.
 *
 * @param work scratch space for n numbers
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

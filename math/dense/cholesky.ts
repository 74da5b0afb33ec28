/**
 * The Cholesky factor of a positive definite matrix, A = L L', row by row (Golub and Van Loan,
 * Matrix Computations, 4th ed., 4.2). The lower triangle is packed by rows: entry (i, j), j <= i,
 * is at i (i + 1) / 2 + j, so that every inner loop runs along two rows.
 */

/**
 * Rows reduced together, as many as stay in cache: each earlier row is then read once for all of
 * them.
 */
const block = 32;

/**
 * Factors in place.
 * @param a the packed lower triangle of A, overwritten by that of L
 * @returns -1, or the first row whose remaining diagonal is not positive beyond rounding: A is then
 * not positive definite
 */
export function cholesky(a: Float64Array, n: number): number {
  for (let from = 0; from < n; from += block) {
    const to = Math.min(from + block, n);
    const quads = to - ((to - from) % 4);
    for (let j = 0; j < from; j++) {
      for (let i = from; i < quads; i += 4) reduceFour(a, i, j);
      for (let i = quads; i < to; i++) reduceOne(a, i, j);
    }
    for (let i = from; i < to; i++) {
      for (let j = from; j < i; j++) reduceOne(a, i, j);
      const row = start(i);
      const diagonal = a[row + i] as number;
      const rest = diagonal - dot(a, row, row, i);
      if (!(rest > Number.EPSILON * diagonal)) return i;
      a[row + i] = Math.sqrt(rest);
    }
  }
  return -1;
}

/**
 * Solves L x = b in place for each of the columns b: forward substitution, row by row for all
 * columns.
 */
export function solveLower(l: Float64Array, n: number, columns: readonly Float64Array[]): void {
  for (let i = 0; i < n; i++) {
    const row = start(i);
    const diagonal = l[row + i] as number;
    for (const b of columns) {
      let sum = b[i] as number;
      for (let k = 0; k < i; k++) sum -= (l[row + k] as number) * (b[k] as number);
      b[i] = sum / diagonal;
    }
  }
}

function start(row: number): number {
  return (row * (row + 1)) / 2;
}

/** Computes entry (i, j) of L; row j and the earlier entries of row i are those of L already. */
function reduceOne(a: Float64Array, i: number, j: number): void {
  const row = start(i);
  const other = start(j);
  a[row + j] = ((a[row + j] as number) - dot(a, row, other, j)) / (a[other + j] as number);
}

/** Computes entries (i, j) to (i + 3, j). */
function reduceFour(a: Float64Array, i: number, j: number): void {
  const r0 = start(i);
  const r1 = start(i + 1);
  const r2 = start(i + 2);
  const r3 = start(i + 3);
  const other = start(j);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let k = 0; k < j; k++) {
    const value = a[other + k] as number;
    s0 += (a[r0 + k] as number) * value;
    s1 += (a[r1 + k] as number) * value;
    s2 += (a[r2 + k] as number) * value;
    s3 += (a[r3 + k] as number) * value;
  }
  const diagonal = a[other + j] as number;
  a[r0 + j] = ((a[r0 + j] as number) - s0) / diagonal;
  a[r1 + j] = ((a[r1 + j] as number) - s1) / diagonal;
  a[r2 + j] = ((a[r2 + j] as number) - s2) / diagonal;
  a[r3 + j] = ((a[r3 + j] as number) - s3) / diagonal;
}

function dot(a: Float64Array, x: number, y: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (a[x + k] as number) * (a[y + k] as number);
  return sum;
}

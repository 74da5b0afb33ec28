import type { FoldState } from "../fold/state.js";

/** R P = Q R' of a folded factor, with Q' applied to its right-hand side. Matrices are column-major, n x n. */
export interface PivotedFactor {
  readonly n: number;
  readonly r: Float64Array;
  /** Column j of `r` is column `pivot[j]` of J. */
  readonly pivot: Int32Array;
  /** The first n entries of Q' r. */
  readonly qtf: Float64Array;
}

/** The factor of J is that of its folded R, for which alone it is computed. */
export function pivotedQr(state: FoldState): PivotedFactor {
  const { n, width } = state;
  const r = new Float64Array(n * n);
  const qtf = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) r[j * n + i] = state.R[i * width + j] as number;
    qtf[i] = state.R[i * width + n] as number;
  }
  const pivot = pivotedHouseholder(r, n, n, qtf);
  return { n, r, pivot, qtf };
}

/**
 * QR with column pivoting (Businger and Golub, Numer. Math. 7 (1965) 269): at each step the longest remaining column is
 * brought forward, so that the diagonal falls and small entries at its end tell of dependent columns. A diagonal entry has the
 * sign opposite to that of the entry that it replaces, as in MINPACK.
 *
 * @param a m x n, column-major; becomes R, and zeros below
 * @param rhs becomes Q' rhs
 * @returns column j of R is column `pivot[j]` of what `a` was
 */
export function pivotedHouseholder(a: Float64Array, m: number, n: number, rhs: Float64Array): Int32Array {
  const pivot = Int32Array.from({ length: n }, (_, j) => j);
  for (let k = 0; k < Math.min(m, n); k++) {
    let longest = k;
    let length = 0;
    for (let j = k; j < n; j++) {
      const candidate = columnLength(a, m, j, k);
      if (candidate > length) {
        longest = j;
        length = candidate;
      }
    }
    if (longest !== k) swapColumns(a, m, pivot, k, longest);
    if (length > 0) reflect(a, m, n, k, length, rhs);
  }
  return pivot;
}

/** Applies the reflection that clears column k below its diagonal, to the columns after it and to `rhs`. */
function reflect(a: Float64Array, m: number, n: number, k: number, length: number, rhs: Float64Array): void {
  const head = a[k * m + k] as number;
  const beta = head >= 0 ? -length : length;
  // v = (head - beta, the rest) / (head - beta), of head 1: with it no square overflows.
  const first = head - beta;
  const v = new Float64Array(m);
  for (let i = k; i < m; i++) v[i] = (a[k * m + i] as number) / first;
  v[k] = 1;
  const tau = -first / beta;
  const apply = (column: Float64Array, at: number): void => {
    let sum = 0;
    for (let i = k; i < m; i++) sum += (v[i] as number) * (column[at + i] as number);
    for (let i = k; i < m; i++) column[at + i] = (column[at + i] as number) - tau * sum * (v[i] as number);
  };
  for (let j = k + 1; j < n; j++) apply(a, j * m);
  apply(rhs, 0);
  a[k * m + k] = beta;
  for (let i = k + 1; i < m; i++) a[k * m + i] = 0;
}

function columnLength(a: Float64Array, m: number, j: number, from: number): number {
  let length = 0;
  for (let i = from; i < m; i++) length = Math.hypot(length, a[j * m + i] as number);
  return length;
}

function swapColumns(a: Float64Array, m: number, pivot: Int32Array, j: number, k: number): void {
  for (let i = 0; i < m; i++) {
    const held = a[j * m + i] as number;
    a[j * m + i] = a[k * m + i] as number;
    a[k * m + i] = held;
  }
  const held = pivot[j] as number;
  pivot[j] = pivot[k] as number;
  pivot[k] = held;
}

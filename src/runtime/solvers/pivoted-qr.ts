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

/**
 * QR with column pivoting (Businger and Golub, Numer. Math. 7 (1965) 269): at each step the longest remaining column is
 * brought forward, so that the diagonal falls and small entries at its end tell of dependent columns. The factor of J is that
 * of its folded R, for which alone it is computed.
 */
export function pivotedQr(state: FoldState): PivotedFactor {
  const { n, width } = state;
  const r = new Float64Array(n * n);
  const qtf = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) r[j * n + i] = state.R[i * width + j] as number;
    qtf[i] = state.R[i * width + n] as number;
  }
  const pivot = Int32Array.from({ length: n }, (_, j) => j);
  for (let k = 0; k < n; k++) {
    let longest = k;
    let length = 0;
    for (let j = k; j < n; j++) {
      const candidate = columnLength(r, n, j, k);
      if (candidate > length) {
        longest = j;
        length = candidate;
      }
    }
    if (longest !== k) swapColumns(r, n, pivot, k, longest);
    if (length > 0) reflect(r, n, k, length, qtf);
  }
  return { n, r, pivot, qtf };
}

/** Applies the reflection that clears column k below its diagonal, to the columns after it and to `qtf`. */
function reflect(r: Float64Array, n: number, k: number, length: number, qtf: Float64Array): void {
  const head = r[k * n + k] as number;
  const beta = head > 0 ? -length : length;
  // v = (head - beta, the rest) / (head - beta), of head 1: with it no square overflows.
  const first = head - beta;
  const v = new Float64Array(n);
  for (let i = k; i < n; i++) v[i] = (r[k * n + i] as number) / first;
  v[k] = 1;
  const tau = -first / beta;
  const apply = (column: Float64Array, at: number): void => {
    let sum = 0;
    for (let i = k; i < n; i++) sum += (v[i] as number) * (column[at + i] as number);
    for (let i = k; i < n; i++) column[at + i] = (column[at + i] as number) - tau * sum * (v[i] as number);
  };
  for (let j = k + 1; j < n; j++) apply(r, j * n);
  apply(qtf, 0);
  r[k * n + k] = beta;
  for (let i = k + 1; i < n; i++) r[k * n + i] = 0;
}

function columnLength(r: Float64Array, n: number, j: number, from: number): number {
  let length = 0;
  for (let i = from; i < n; i++) length = Math.hypot(length, r[j * n + i] as number);
  return length;
}

function swapColumns(r: Float64Array, n: number, pivot: Int32Array, j: number, k: number): void {
  for (let i = 0; i < n; i++) {
    const held = r[j * n + i] as number;
    r[j * n + i] = r[k * n + i] as number;
    r[k * n + i] = held;
  }
  const held = pivot[j] as number;
  pivot[j] = pivot[k] as number;
  pivot[k] = held;
}

import { lengthOf } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";

/**
 * J P = Q R with column pivoting, computed from the folded factor of J, and Q'r. Matrices are
 * column-major, n x n.
 */
export interface PivotedFactor {
  readonly n: number;
  readonly r: Float64Array;
  /** Column j of `r` is column `pivot[j]` of J. */
  readonly pivot: Int32Array;
  /** The first n entries of Q' r. */
  readonly qtf: Float64Array;
}

/**
 * Computes the pivoted factor of one folded state after another. It is computed from R alone, which
 * has the same pivoted factor as J. `compiler/backends/wasm/lm/factor.ts` does the same in
 * WebAssembly (see `Lm`).
 */
export class PivotedQr implements PivotedFactor {
  readonly r: Float64Array;
  readonly pivot: Int32Array;
  readonly qtf: Float64Array;
  private readonly v: Float64Array;

  constructor(readonly n: number) {
    this.r = new Float64Array(n * n);
    this.pivot = new Int32Array(n);
    this.qtf = new Float64Array(n);
    this.v = new Float64Array(n);
  }

  /** @param isWell J is well conditioned: no pivoting is needed, and columns keep their places */
  factor(state: FoldState, isWell: boolean): void {
    const { n, r, qtf, pivot } = this;
    for (let j = 0; j < n; j++) {
      state.copyColumn(j, r, j * n);
      for (let i = j + 1; i < n; i++) r[j * n + i] = 0;
      qtf[j] = state.rhs(j);
      pivot[j] = j;
    }
    if (!isWell) pivotedHouseholder(r, n, n, qtf, pivot, this.v);
  }
}

/**
 * QR with column pivoting (Businger and Golub, Numer. Math. 7 (1965) 269). Each step brings the
 * longest remaining column forward, so that the diagonal decreases and small entries at its end
 * reveal dependent columns. Each diagonal entry has the sign opposite to the entry that it
 * replaces, as in MINPACK.
 *
 * @param a m x n, column-major; overwritten by R, with zeros below it
 * @param rhs overwritten by Q' rhs
 * @param pivot n indices: column j of R is column `pivot[j]` of the original `a`
 * @param v a work array of m numbers
 */
export function pivotedHouseholder(
  a: Float64Array,
  m: number,
  n: number,
  rhs: Float64Array,
  pivot: Int32Array,
  v: Float64Array,
): void {
  for (let j = 0; j < n; j++) pivot[j] = j;
  for (let k = 0; k < Math.min(m, n); k++) {
    let longest = k;
    let length = 0;
    for (let j = k; j < n; j++) {
      const candidate = lengthOf(a, j * m + k, m - k, 1);
      if (candidate > length) {
        longest = j;
        length = candidate;
      }
    }
    if (longest !== k) swapColumns(a, m, pivot, k, longest);
    if (length > 0) reflect(a, m, n, k, length, rhs, v);
  }
}

/**
 * Applies the reflection that clears column k below its diagonal to the later columns and to `rhs`.
 */
function reflect(
  a: Float64Array,
  m: number,
  n: number,
  k: number,
  length: number,
  rhs: Float64Array,
  v: Float64Array,
): void {
  const head = a[k * m + k] as number;
  const beta = head >= 0 ? -length : length;
  // v = (head - beta, the rest) / (head - beta): its head is 1, so that no square overflows.
  const first = head - beta;
  for (let i = k + 1; i < m; i++) v[i] = (a[k * m + i] as number) / first;
  v[k] = 1;
  const tau = -first / beta;
  for (let j = k + 1; j < n; j++) apply(v, tau, k, m, a, j * m);
  apply(v, tau, k, m, rhs, 0);
  a[k * m + k] = beta;
  for (let i = k + 1; i < m; i++) a[k * m + i] = 0;
}

/** Applies I - tau v v' to the entries of a column from k on. */
function apply(v: Float64Array, tau: number, k: number, m: number, column: Float64Array, at: number): void {
  let sum = 0;
  for (let i = k; i < m; i++) sum += (v[i] as number) * (column[at + i] as number);
  const weight = tau * sum;
  for (let i = k; i < m; i++) column[at + i] = (column[at + i] as number) - weight * (v[i] as number);
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

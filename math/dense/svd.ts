/**
 * Thin singular value decomposition A = U diag(s) V' by one-sided Jacobi rotations.
 *
 * The columns of A are rotated in pairs, A <- A J, until all are orthogonal. Their lengths are then
 * the singular values, their directions are U, and the product of the rotations is V (Hestenes
 * 1958). Each sweep moves large columns to the front (de Rijk 1989), which speeds up convergence.
 * The method is chosen for its accuracy: if the columns of a matrix are badly scaled against each
 * other, as those of Jacobians are, it still computes small singular values accurately (Demmel and
 * Veselic 1992), while bidiagonalisation is accurate only relative to the largest one.
 */

/**
 * Columns shorter than this, relative to the largest entry, count as zero, so that squares neither
 * underflow nor mislead.
 */
const NEGLIGIBLE = 2 ** -450;
const MAX_SWEEPS = 60;

/**
 * Factors a small dense matrix. Writes into the given arrays and allocates nothing.
 *
 * @param a column-major m x n; `m < n` is allowed. Not changed, unless it is also passed as `u`,
 * which is allowed
 * @param u column-major m x n: the left singular vectors, with a zero column for a singular value
 * of zero
 * @param s the n singular values, descending (at most `min(m, n)` are not zero)
 * @param v column-major n x n: the right singular vectors, orthogonal even if the matrix is
 * rank-deficient
 *
 * A matrix with a non-finite entry gives NaN for every singular value.
 */
export function svd(a: Float64Array, m: number, n: number, u: Float64Array, s: Float64Array, v: Float64Array): void {
  const scale = copyScaled(a, m * n, u);
  v.fill(0, 0, n * n);
  for (let j = 0; j < n; j++) v[j * n + j] = 1;
  if (scale === 0 || Number.isNaN(scale)) {
    s.fill(scale, 0, n);
    return;
  }
  orthogonalise(u, m, n, s, v);
  for (let j = 0; j < n; j++) {
    const length = Math.sqrt(dot(u, j * m, j * m, m));
    const inverse = length > NEGLIGIBLE ? 1 / length : 0;
    s[j] = inverse === 0 ? 0 : length * scale;
    for (let i = j * m; i < (j + 1) * m; i++) u[i] = (u[i] as number) * inverse;
  }
  sortDescending(u, m, n, s, v);
}

/**
 * Copies `a` to `u`, divided by the power of two just below its largest entry. Returns that power;
 * 0 for a zero matrix, NaN if an entry is not finite.
 */
function copyScaled(a: Float64Array, size: number, u: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < size; i++) {
    const entry = Math.abs(a[i] as number);
    if (!(entry < Infinity)) return NaN;
    if (entry > largest) largest = entry;
  }
  // Clamped so that the power and its reciprocal are both normal numbers, hence exact.
  const scale = largest === 0 ? 0 : 2 ** Math.max(-1000, Math.min(1000, Math.floor(Math.log2(largest))));
  for (let i = 0; i < size; i++) u[i] = scale === 0 ? 0 : (a[i] as number) / scale;
  return scale;
}

/**
 * Sweeps over all pairs of columns of `u` until they are orthogonal to working accuracy. `s` holds
 * their squared lengths.
 */
function orthogonalise(u: Float64Array, m: number, n: number, s: Float64Array, v: Float64Array): void {
  const tolerance = Math.sqrt(m) * Number.EPSILON;
  for (let sweep = 0, rotated = true; rotated && sweep < MAX_SWEEPS; sweep++) {
    rotated = false;
    for (let j = 0; j < n; j++) s[j] = dot(u, j * m, j * m, m);
    for (let p = 0; p < n - 1; p++) {
      bringLargest(u, m, n, s, v, p);
      for (let q = p + 1; q < n; q++) {
        const pp = s[p] as number;
        const qq = s[q] as number;
        if (!(qq > NEGLIGIBLE * NEGLIGIBLE) || !(pp > NEGLIGIBLE * NEGLIGIBLE)) continue;
        const pq = dot(u, p * m, q * m, m);
        if (Math.abs(pq) <= tolerance * Math.sqrt(pp) * Math.sqrt(qq)) continue;
        rotated = true;
        const zeta = (qq - pp) / (2 * pq);
        // The smaller root of t^2 + 2 zeta t - 1 = 0 is the tangent of the rotation angle.
        const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cosine = 1 / Math.sqrt(1 + t * t);
        rotate(u, p * m, q * m, m, cosine, cosine * t);
        rotate(v, p * n, q * n, n, cosine, cosine * t);
        s[p] = pp - t * pq;
        // Recomputed, because updating by a difference cancels if the column shrinks.
        s[q] = dot(u, q * m, q * m, m);
      }
    }
  }
}

function dot(x: Float64Array, p: number, q: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (x[p + i] as number) * (x[q + i] as number);
  return sum;
}

function rotate(x: Float64Array, p: number, q: number, length: number, cosine: number, sine: number): void {
  for (let i = 0; i < length; i++) {
    const xp = x[p + i] as number;
    const xq = x[q + i] as number;
    x[p + i] = cosine * xp - sine * xq;
    x[q + i] = sine * xp + cosine * xq;
  }
}

function indexOfLargest(s: Float64Array, from: number, to: number): number {
  let best = from;
  for (let j = from + 1; j < to; j++) if ((s[j] as number) > (s[best] as number)) best = j;
  return best;
}

function sortDescending(u: Float64Array, m: number, n: number, s: Float64Array, v: Float64Array): void {
  for (let p = 0; p < n - 1; p++) {
    bringLargest(u, m, n, s, v, p);
  }
}

/** Brings the largest of the values from p on to p, with its columns. */
function bringLargest(u: Float64Array, m: number, n: number, s: Float64Array, v: Float64Array, p: number): void {
  const largest = indexOfLargest(s, p, n);
  if (largest === p) return;
  swap(s, p, largest, 1);
  swap(u, p * m, largest * m, m);
  swap(v, p * n, largest * n, n);
}

function swap(x: Float64Array, p: number, q: number, length: number): void {
  for (let i = 0; i < length; i++) {
    const entry = x[p + i] as number;
    x[p + i] = x[q + i] as number;
    x[q + i] = entry;
  }
}

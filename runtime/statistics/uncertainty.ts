import { lengthOf, lengthOfPair, svd } from "../../math/index.js";
import type { Uncertainty } from "../api/fit-result.js";
import type { FoldState } from "../fold/state.js";
import { InverseFactor } from "./inverse-factor.js";

/** Properties of the Jacobian, which do not depend on the variance of the residuals. */
export interface Rank {
  readonly rank: number;
  /**
   * The ratio of the largest to the smallest singular value of the column-scaled J; infinite if the
   * smallest is 0.
   */
  readonly condition: number;
}

/**
 * The smallest fraction of a gradient along null directions that counts. These are known to about
 * eps divided by the gap of the singular values.
 */
const along = 1.5e-8;

/**
 * The uncertainty for residuals of standard deviation 1.
 *
 * @param kept the columns of the factor that take part: the parameters not on a bound; the others
 *   get zeros
 */
export function uncertaintyOf(state: FoldState, kept: readonly number[]): { readonly uncertainty: Uncertainty } & Rank {
  const lengths = kept.map((j) => state.columnNorm(j) || 1);
  const { s, v } = decompose(state, kept, lengths);
  const k = kept.length;
  const largest = s[0] ?? 0;
  const threshold = 32 * k * Number.EPSILON * largest;
  let rank = 0;
  while (rank < k && (s[rank] as number) > threshold) rank++;
  const root = zeros(state.n, rank);
  const undetermined = zeros(state.n, k - rank);
  const scales = new Array<number>(state.n).fill(0);
  const factor = k === state.n ? new InverseFactor(k) : null;
  const inverse = factor?.take(state) === true ? factor : null;
  for (const [i, parameter] of kept.entries()) {
    const scale = 1 / (lengths[i] as number);
    scales[parameter] = scale;
    root[parameter] = range(0, rank, (c) =>
      inverse === null ? ((v[c * k + i] as number) * scale) / (s[c] as number) : inverse.root(i, c),
    );
    undetermined[parameter] = range(rank, k, (c) => (v[c * k + i] as number) * scale);
  }
  const condition = k === 0 ? 1 : largest === 0 ? Number.POSITIVE_INFINITY : largest / (s[k - 1] as number);
  return { uncertainty: { root, undetermined, scales }, rank, condition };
}

/** The uncertainty for residuals of the given standard deviation, from that for residuals of 1. */
export function scaledBy(uncertainty: Uncertainty, deviation: number): Uncertainty {
  return { ...uncertainty, root: uncertainty.root.map((row) => row.map((value) => value * deviation)) };
}

/** The uncertainty of n parameters about which nothing is known. */
export function ignorance(n: number): Uncertainty {
  const all = range(0, n, (j) => j);
  return {
    root: all.map(() => []),
    undetermined: all.map((i) => all.map((j) => (i === j ? 1 : 0))),
    scales: all.map(() => 1),
  };
}

/**
 * The singular values and right singular vectors of the chosen columns, each divided by its length.
 */
function decompose(state: FoldState, kept: readonly number[], lengths: readonly number[]) {
  const { n } = state;
  const k = kept.length;
  const a = new Float64Array(n * k);
  for (const [c, j] of kept.entries()) {
    state.copyColumn(j, a, c * n, lengths[c]);
  }
  const s = new Float64Array(k);
  const v = new Float64Array(k * k);
  svd(a, n, k, a, s, v);
  return { s, v };
}

/**
 * The standard error of a quantity with gradient h over the free parameters; `Infinity` if the
 * quantity is not determined, or if the gradient itself is not finite.
 * @param work room for one number for each row of the uncertainty; given by those who ask often
 */
export function standardError(
  { root, undetermined, scales }: Uncertainty,
  h: ArrayLike<number>,
  work: Float64Array = new Float64Array(scales.length),
): number {
  let size = 0;
  for (let i = 0; i < scales.length; i++) size = lengthOfPair(size, (h[i] as number) * (scales[i] as number));
  if (!Number.isFinite(size) || projection(undetermined, h, work) > along * size) return Number.POSITIVE_INFINITY;
  return projection(root, h, work);
}

/** The length of rows' h. */
function projection(rows: readonly (readonly number[])[], h: ArrayLike<number>, work: Float64Array): number {
  const columns = rows[0]?.length ?? 0;
  multiply(rows, h, work, columns);
  return lengthOf(work, 0, columns, 1);
}

/**
 * The transpose of a root times h. The square of its length is the variance of a quantity with
 * gradient h.
 */
export function rootTimes(root: readonly (readonly number[])[], h: ArrayLike<number>): Float64Array {
  const product = new Float64Array(root[0]?.length ?? 0);
  multiply(root, h, product, product.length);
  return product;
}

function multiply(
  rows: readonly (readonly number[])[],
  h: ArrayLike<number>,
  product: Float64Array,
  columns: number,
): void {
  for (let c = 0; c < columns; c++) {
    let sum = 0;
    for (let i = 0; i < rows.length; i++) sum += (h[i] as number) * (rows[i]?.[c] as number);
    product[c] = sum;
  }
}

/** The covariance given by a root, times h. */
export function covarianceTimes(root: readonly (readonly number[])[], h: ArrayLike<number>): readonly number[] {
  const along = rootTimes(root, h);
  return root.map((row) => inner(row, along));
}

/**
 * The covariance matrix and the correlations. For directions that are not determined they are the
 * limit as the variance along these directions goes to infinity.
 */
export function covarianceOf({ root, undetermined, scales }: Uncertainty): {
  readonly covariance: readonly (readonly number[])[];
  readonly correlation: readonly (readonly number[])[];
} {
  const free = undetermined.map((row, i) => Math.hypot(...row) > along * (scales[i] as number));
  const errors = root.map((row) => Math.hypot(...row));
  const nulls = undetermined.map((row) => Math.hypot(...row));
  const covariance = root.map((row, i) =>
    root.map((other, j) => {
      if (!free[i] || !free[j]) {
        const product = inner(row, other);
        if (!Number.isNaN(product)) return product;
        // Terms have overflowed with different signs.
        return (cosineOf(root, errors, i, j) || 1) * Number.POSITIVE_INFINITY;
      }
      const cosine = cosineOf(undetermined, nulls, i, j);
      return Math.abs(cosine) > along ? cosine * Number.POSITIVE_INFINITY : inner(row, other);
    }),
  );
  const correlation = root.map((_, i) =>
    root.map((_, j) => {
      if (i === j) return 1;
      if (free[i] !== free[j]) return 0;
      return free[i] ? cosineOf(undetermined, nulls, i, j) : cosineOf(root, errors, i, j);
    }),
  );
  return { covariance, correlation };
}

function cosineOf(rows: readonly (readonly number[])[], lengths: readonly number[], i: number, j: number): number {
  const [a, b] = [lengths[i] as number, lengths[j] as number];
  const product = a * b;
  if (a === 0 || b === 0) return 0;
  if (product > 0 && product < Number.POSITIVE_INFINITY) return inner(rows[i] ?? [], rows[j] ?? []) / product;
  // The product of the lengths is out of range, but that of unit vectors is not.
  const unit = (rows[j] ?? []).map((value) => value / b);
  return inner(
    (rows[i] ?? []).map((value) => value / a),
    unit,
  );
}

function inner(a: readonly number[], b: ArrayLike<number>): number {
  return a.reduce((sum, value, c) => sum + value * (b[c] as number), 0);
}

function zeros(rows: number, columns: number): (readonly number[])[] {
  return range(0, rows, () => range(0, columns, () => 0));
}

function range<T>(from: number, to: number, f: (c: number) => T): T[] {
  const values: T[] = [];
  for (let c = from; c < to; c++) values.push(f(c));
  return values;
}

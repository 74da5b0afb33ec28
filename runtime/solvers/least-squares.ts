import { conditionBound, solveUpper, solveUpperTransposed, svd } from "../../math/index.js";
import { pivotedHouseholder } from "./pivoted-qr.js";

/** The rank is full beyond doubt if the condition bound is below this fraction of the limit. */
const margin = 0.1;

/**
 * The shortest of the steps p that minimise |A p + r| (Golub and Van Loan, Matrix Computations, 4th
 * ed., section 5.5): by the triangular factor if A has full rank beyond doubt, by singular values
 * otherwise.
 *
 * @param A column-major, rows x columns
 * @param gradient A'r where it is known more accurately than r, as with a robust loss; null to use
 *   r
 * @param tolerance singular values up to this fraction of the largest count as zero
 */
export function shortestStep(
  A: Float64Array,
  rows: number,
  columns: number,
  r: Float64Array,
  gradient: Float64Array | null,
  tolerance: number,
): Float64Array {
  if (rows >= columns) {
    const factor = A.slice();
    const rhs = r.slice();
    const pivot = new Int32Array(columns);
    const work = new Float64Array(rows);
    pivotedHouseholder(factor, rows, columns, rhs, pivot, work);
    if (conditionBound(factor, rows, columns, work) * tolerance < margin) {
      if (gradient !== null) {
        for (const [c, j] of pivot.entries()) rhs[c] = gradient[j] as number;
        solveUpperTransposed(factor, rows, columns, rhs);
      }
      solveUpper(factor, rows, columns, rhs);
      const step = new Float64Array(columns);
      for (const [c, j] of pivot.entries()) step[j] = -(rhs[c] as number);
      return step;
    }
  }
  return bySingularValues(A, rows, columns, r, gradient, tolerance);
}

function bySingularValues(
  A: Float64Array,
  rows: number,
  columns: number,
  r: Float64Array,
  gradient: Float64Array | null,
  tolerance: number,
): Float64Array {
  const u = new Float64Array(rows * columns);
  const s = new Float64Array(columns);
  const v = new Float64Array(columns * columns);
  svd(A, rows, columns, u, s, v);
  const step = new Float64Array(columns);
  const threshold = tolerance * (s[0] ?? 0);
  for (let rank = 0; rank < columns && (s[rank] as number) > threshold; rank++) {
    const singular = s[rank] as number;
    let along = 0;
    if (gradient === null) for (let i = 0; i < rows; i++) along += (u[rank * rows + i] as number) * (r[i] as number);
    else {
      for (let i = 0; i < columns; i++) along += (v[rank * columns + i] as number) * (gradient[i] as number);
      along /= singular;
    }
    const factor = -along / singular;
    for (let i = 0; i < columns; i++) step[i] = (step[i] as number) + factor * (v[rank * columns + i] as number);
  }
  return step;
}

/** A p. A has `rows` rows and as many columns as p has entries. */
export function product(A: Float64Array, rows: number, p: Float64Array): Float64Array {
  const out = new Float64Array(rows);
  for (let c = 0; c < p.length; c++) {
    const value = p[c] as number;
    if (value === 0) continue;
    for (let i = 0; i < rows; i++) out[i] = (out[i] as number) + (A[c * rows + i] as number) * value;
  }
  return out;
}

/** A'y. */
export function transposedProduct(A: Float64Array, rows: number, columns: number, y: Float64Array): Float64Array {
  const out = new Float64Array(columns);
  for (let c = 0; c < columns; c++) {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += (A[c * rows + i] as number) * (y[i] as number);
    out[c] = sum;
  }
  return out;
}

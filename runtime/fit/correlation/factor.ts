import { cholesky } from "../../../math/index.js";
import type { PreparedData } from "../../data/prepare.js";
import { FitError } from "../../messages/fit-error.js";
import { runtimeMessages } from "../../messages/index.js";
import { show } from "../../messages/show.js";

/**
 * With more rows the factor would exceed 100 megabytes, and each evaluation of the model would take
 * as many operations as for a million uncorrelated rows.
 */
const mostRows = 5000;

/**
 * How far two symmetric entries may differ, relative to the standard deviations of their rows: the
 * rounding error of a matrix product.
 */
const rounding = 1e-10;

/**
 * The Cholesky factor L of the covariance matrix of the rows kept, packed by rows: C = L L'.
 *
 * @param matrix row-major, over the rows of the data as they were given
 * @throws FitError covarianceSizeMismatch for the wrong size, covarianceTooLarge above 5,000 rows,
 *   covarianceNotFinite for an entry that is not finite, covarianceNotSymmetric,
 *   covarianceNotPositiveDefinite
 */
export function covarianceFactor(matrix: ArrayLike<number>, data: PreparedData): Float64Array {
  const { given, rows, kept } = data;
  if (given > mostRows)
    throw new FitError(runtimeMessages.covarianceTooLarge({ rows: given, most: mostRows }), { about: "covariance" });
  if (matrix.length !== given * given) {
    throw new FitError(
      runtimeMessages.covarianceSizeMismatch({ found: matrix.length, rows: given, needed: given * given }),
      { about: "covariance" },
    );
  }
  const place = (i: number): number => kept?.[i] ?? i;
  const lower = new Float64Array((rows * (rows + 1)) / 2);
  for (let i = 0; i < rows; i++) {
    const row = place(i) * given;
    for (let j = 0; j <= i; j++) {
      const value = entry(matrix, row + place(j), given);
      const other = entry(matrix, place(j) * given + place(i), given);
      const size = Math.sqrt(Math.abs((matrix[row + place(i)] as number) * (matrix[place(j) * (given + 1)] as number)));
      if (Math.abs(value - other) > rounding * size) throw notSymmetric(place(i), place(j), value, other);
      lower[(i * (i + 1)) / 2 + j] = value;
    }
  }
  const failed = cholesky(lower, rows);
  if (failed >= 0)
    throw new FitError(runtimeMessages.covarianceNotPositiveDefinite({ row: place(failed) + 1 }), {
      about: "covariance",
    });
  return lower;
}

function entry(matrix: ArrayLike<number>, at: number, given: number): number {
  const value = matrix[at];
  if (value !== undefined && Number.isFinite(value)) return value;
  const row = Math.floor(at / given);
  const values = { row: row + 1, column: (at % given) + 1, value: show(value) };
  throw new FitError(runtimeMessages.covarianceNotFinite(values), { about: "covariance" });
}

function notSymmetric(row: number, column: number, value: number, other: number): FitError {
  const values = { row: row + 1, column: column + 1, value: show(value), other: show(other) };
  return new FitError(runtimeMessages.covarianceNotSymmetric(values), { about: "covariance" });
}

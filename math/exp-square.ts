/**
 * Gaussian factors without the loss of accuracy of exp(-x * x): the rounding of x * x is an
 * absolute error of the exponent, hence a relative error of up to x^2 / 2 units in the last place
 * of the result.
 */

/**
 * The rounding error of `x * x`: `x * x + squareError(x)` is exact unless something overflows or
 * underflows (Dekker 1971).
 */
export function squareError(x: number): number {
  return productError(x, x);
}

/** The rounding error of `x * y`, to be added to it. */
export function productError(x: number, y: number): number {
  const xHigh = upperHalf(x);
  const yHigh = upperHalf(y);
  const xLow = x - xHigh;
  const yLow = y - yHigh;
  return xHigh * yHigh - x * y + xHigh * yLow + xLow * yHigh + xLow * yLow;
}

/** The upper 26 bits of x. */
function upperHalf(x: number): number {
  const shifted = 134217729 * x;
  return shifted - (shifted - x);
}

/**
 * `factor * exp(-(high + low))` with `low` much smaller than 1 and `factor` near 1. For a subnormal
 * result the exponential itself would be rounded to few digits; it is therefore split into two
 * halves, so that only the last multiplication rounds.
 */
export function timesExpMinus(factor: number, high: number, low: number): number {
  if (high < 690) {
    const e = Math.exp(-high);
    return factor * (e - e * low);
  }
  const half = Math.exp(-high / 2);
  return (half - half * low) * factor * half;
}

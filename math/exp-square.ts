/**
 * Gaussian factors without the loss that exp(-x * x) suffers: the rounding of x * x is an absolute error of the exponent,
 * hence a relative error of up to x^2 / 2 units in the last place of the result.
 */

/** The part of `x * x` that rounding drops: `x * x + squareError(x)` is exact while nothing overflows or underflows (Dekker 1971). */
export function squareError(x: number): number {
  return productError(x, x);
}

/** The part of `x * y` that rounding drops. */
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
 * `factor * exp(-(high + low))` with `low` tiny against 1 and `factor` near 1. A result below the normal numbers is rounded once, at the last
 * multiplication: there the exponential is taken in two halves, as it would itself be rounded to few digits.
 */
export function timesExpMinus(factor: number, high: number, low: number): number {
  if (high < 690) {
    const e = Math.exp(-high);
    return factor * (e - e * low);
  }
  const half = Math.exp(-high / 2);
  return (half - half * low) * factor * half;
}

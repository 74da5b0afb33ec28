/** The standard normal distribution. */
import { erf, erfc, scaledErfc } from "../error-function.js";
import { squareError, timesExpMinus } from "../exp-square.js";

/** P(Z <= z). */
export function normalCdf(z: number): number {
  return normalSf(-z);
}

/** P(Z > z). */
export function normalSf(z: number): number {
  if (z < 1) return 0.5 * erfc(z / Math.SQRT2);
  // From here on the rounding of z / sqrt(2) would cost digits, so z^2 is kept exactly, as the sum
  // of two doubles.
  if (z > 39) return 0;
  return timesExpMinus(0.5 * scaledErfc(z / Math.SQRT2), 0.5 * z * z, 0.5 * squareError(z));
}

/** The z with P(Z <= z) = p; infinite at p = 0 and 1, NaN for any other p outside (0, 1). */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p > 0.5) return -lowerQuantile(1 - p, p - 0.5);
  return p === 0 ? -Infinity : lowerQuantile(p, 0.5 - p);
}

/** The quantile of p <= 1/2, by Newton's method; `centre` = 1/2 - p. */
function lowerQuantile(p: number, centre: number): number {
  if (p === 0) return -Infinity;
  const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  if (centre < 0.3) {
    // Solve P(0 < Z < z) = erf(z / sqrt 2) / 2 = centre, which involves small numbers only. The
    // function is concave, so Newton's method converges from below.
    let z = centre * Math.sqrt(2 * Math.PI);
    for (let k = 0; k < 5; k++) z += (centre - 0.5 * erf(z / Math.SQRT2)) / density(z);
    return z === 0 ? 0 : -z;
  }
  // log P(Z > z) is concave, so Newton's method converges from the asymptotic start.
  let z = Math.sqrt(-2 * Math.log(p));
  for (let k = 0; k < 8; k++) {
    const tail = normalSf(z);
    const ratio = 0.5 * scaledErfc(z / Math.SQRT2) * Math.sqrt(2 * Math.PI);
    // If the tail itself underflows, take its logarithm from the scaled function.
    const difference =
      tail > 1e-290 ? Math.log(tail / p) : Math.log(0.5 * scaledErfc(z / Math.SQRT2)) - 0.5 * z * z - Math.log(p);
    z += difference * ratio;
  }
  return -z;
}

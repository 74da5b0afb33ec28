/**
 * Quantiles of a positive random variable X, computed from its distribution function.
 *
 * For the distributions here the density of log X is log-concave. P(X <= x) and P(X > x), as
 * functions of s = log x, are then log-concave too (Prekopa 1973). Newton's method on the logarithm
 * of such a monotone function converges from any start: after one step it stays on one side of the
 * solution.
 */

/** A tail probability at x, and the absolute value of its derivative with respect to log x. */
export interface Tail {
  readonly probability: number;
  readonly weight: number;
}

const MAX_STEPS = 500;
/** Bounds of the iteration; a solution beyond them is 0 or infinity. */
const SMALLEST = 1e-307;
const LARGEST = 1e307;

/**
 * Solves probability(x) = target for x > 0. The probability must be monotone and log-concave in log
 * x.
 *
 * @param direction 1 if the probability increases with x (a distribution function), -1 if it
 * decreases
 * @param start any x at which the probability is not zero, best near the solution
 */
export function solveTail(tail: (x: number) => Tail, target: number, direction: 1 | -1, start: number): number {
  let x = start;
  let previous = Infinity;
  for (let step = 0; step < MAX_STEPS; step++) {
    const { probability, weight } = tail(x);
    if (!(probability > 0)) {
      // Too far out, where the tail rounds to zero: go back towards the start.
      const halfway = Math.sqrt(x) * Math.sqrt(start);
      x = direction > 0 ? Math.max(halfway, 2 * x) : Math.min(halfway, x / 2);
      continue;
    }
    const change = (direction * Math.log(target / probability) * probability) / weight;
    // Near the solution, apply the relative change directly: exp(change) would only add rounding
    // error.
    const moved = Math.abs(change) < 1e-4 ? x + x * change : x * Math.exp(change);
    const next = Math.min(Math.max(moved, SMALLEST), LARGEST);
    if (next === x) return moved < SMALLEST ? 0 : moved > LARGEST ? Infinity : moved;
    const size = Math.abs(change);
    // Convergence is quadratic: the step after one of 1e-9 is below rounding error. Steps that no
    // longer shrink are rounding error.
    if (size < 1e-9 || (size < 1e-6 && size >= previous)) return next;
    previous = size;
    x = next;
  }
  return x;
}

/**
 * Quantiles of a positive variable X from its distribution function.
 *
 * For the distributions here the density of log X is log-concave, and so are, as functions of s = log x, P(X <= x) and P(X > x) (Prekopa 1973).
 * Newton's method on the logarithm of a concave, monotone function converges from anywhere: after one step it stays on one side of the solution.
 */

/** Tail probability at x and its derivative by log x, in absolute value. */
export interface Tail {
  readonly probability: number;
  readonly weight: number;
}

const MAX_STEPS = 500;
/** Steps stay within these; a solution beyond them is 0 or infinity. */
const SMALLEST = 1e-307;
const LARGEST = 1e307;

/**
 * Solves probability(x) = target for x > 0, the probability being monotone with concave logarithm in log x.
 *
 * @param direction 1 where the probability grows with x (a distribution function), -1 where it falls
 * @param start any number where the probability is not zero, best near the solution
 */
export function solveTail(tail: (x: number) => Tail, target: number, direction: 1 | -1, start: number): number {
  let x = start;
  let previous = Infinity;
  for (let step = 0; step < MAX_STEPS; step++) {
    const { probability, weight } = tail(x);
    if (!(probability > 0)) {
      // Past the last positive double of the tail: back towards the start.
      const halfway = Math.sqrt(x) * Math.sqrt(start);
      x = direction > 0 ? Math.max(halfway, 2 * x) : Math.min(halfway, x / 2);
      continue;
    }
    const change = (direction * Math.log(target / probability) * probability) / weight;
    // Near the solution the relative change of x is taken as it is: exp(change) would only add rounding.
    const moved = Math.abs(change) < 1e-4 ? x + x * change : x * Math.exp(change);
    const next = Math.min(Math.max(moved, SMALLEST), LARGEST);
    if (next === x) return moved < SMALLEST ? 0 : moved > LARGEST ? Infinity : moved;
    const size = Math.abs(change);
    // Quadratic convergence: the step after one of 1e-9 is below rounding, and steps that no longer shrink are rounding.
    if (size < 1e-9 || (size < 1e-6 && size >= previous)) return next;
    previous = size;
    x = next;
  }
  return x;
}

/**
 * Quantiles of a positive variable X from its distribution function.
 *
 * For the distributions here the density of log X is log-concave, and so are, as functions of s = log x, P(X <= x) and P(X > x) (Prekopa 1973).
 * Newton's method on the logarithm of a concave, monotone function converges from anywhere: after one step it stays on one side of the solution.
 */

/** Tail probability at x and its derivative by x, in absolute value. */
export interface Tail {
  readonly probability: number;
  readonly density: number;
}

const MAX_STEPS = 500;

/**
 * Solves probability(x) = target for x > 0, the probability being monotone with concave logarithm in log x.
 *
 * @param direction 1 where the probability grows with x (a distribution function), -1 where it falls
 * @param start any positive number, best near the solution
 */
export function solveTail(tail: (x: number) => Tail, target: number, direction: 1 | -1, start: number): number {
  let x = start;
  let previous = Infinity;
  for (let step = 0; step < MAX_STEPS; step++) {
    const { probability, density } = tail(x);
    if (!(probability > 0)) {
      // Past the last positive double of the tail: back towards the bulk.
      x = direction > 0 ? 2 * x : Math.min(Math.sqrt(x) * Math.sqrt(start), x / 2);
      continue;
    }
    const change = (direction * Math.log(target / probability) * probability) / (density * x);
    // Near the solution the relative change of x is taken as it is: exp(change) would only add rounding.
    const next = Math.abs(change) < 1e-4 ? x + x * change : x * Math.exp(change);
    if (!(next > 0) || next === Infinity || next === x) return next;
    const size = Math.abs(change);
    // Quadratic convergence: the step after one of 1e-9 is below rounding, and steps that no longer shrink are rounding.
    if (size < 1e-9 || (size < 1e-6 && size >= previous)) return next;
    previous = size;
    x = next;
  }
  return x;
}

/**
 * Uniform numbers in [0, 1) from a linear congruential generator (Numerical Recipes, 2nd ed., 7.1).
 */
export function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Random x in [0, 4), and y with errors of standard deviation 0.1. */
export function noisy(rows: number, f: (x: number) => number): { x: Float64Array; y: Float64Array } {
  const next = uniform(1);
  const x = Float64Array.from({ length: rows }, () => 4 * next());
  const y = x.map((value) => f(value) + 0.1 * Math.sqrt(12) * (next() - 0.5));
  return { x, y };
}

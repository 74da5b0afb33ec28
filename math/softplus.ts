/** log(1 + exp(x)) and its derivative, for any x. */

/** log(1 + exp(x)) = x + log(1 + exp(-x)), so that the exponential never overflows. */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/**
 * 1 / (1 + exp(-x)), the derivative of softplus. Negative x use exp(x) / (1 + exp(x)), which is
 * accurate down to underflow.
 */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

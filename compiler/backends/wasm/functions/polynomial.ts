import type { Lanes } from "./lanes.js";

/**
 * `c0 + c1 x + c2 x^2 + ...` by Estrin's scheme: pairs of terms, then pairs of pairs, to keep the
 * chains of dependent operations short.
 */
export function polynomial<F, I, M>(l: Lanes<F, I, M>, x: F, coefficients: readonly number[]): F {
  let terms = coefficients.map((c) => l.number(c));
  for (let power = x; terms.length > 1; power = l.mul(power, power)) {
    const pairs: F[] = [];
    for (let i = 0; i < terms.length; i += 2) {
      const [low, high] = terms.slice(i, i + 2);
      if (low === undefined) break;
      pairs.push(high === undefined ? low : l.add(low, l.mul(high, power)));
    }
    terms = pairs;
  }
  const [value] = terms;
  if (value === undefined) throw new Error("fitc bug: a polynomial without coefficients");
  return value;
}

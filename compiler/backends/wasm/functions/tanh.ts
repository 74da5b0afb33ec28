import { normalExpm1Pair, withSignOf } from "./expm1.js";
import type { MathFunction } from "./function.js";

/**
 * tanh |x| = t / (t + 2) with t = e^(2|x|) - 1 as the sum of two doubles: the quotient of the
 * leading parts, and a correction for the low parts.
 */
export const tanh: MathFunction = {
  arity: 1,
  fast(l, x) {
    // Beyond 22 the result rounds to 1; NaN stays NaN.
    const a = l.atMost(l.abs(x), 22);
    const { high: numerator, low: numeratorLow } = normalExpm1Pair(l, l.add(a, a));
    const denominator = l.add(numerator, 2);
    // The rounding error of numerator + 2, exact because the larger term is subtracted first.
    const denominatorLow = l.add(
      l.select(l.lt(numerator, 2), l.sub(numerator, l.sub(denominator, 2)), l.sub(2, l.sub(denominator, numerator))),
      numeratorLow,
    );
    const quotient = l.div(numerator, denominator);
    const correction = l.div(l.sub(numeratorLow, l.mul(quotient, denominatorLow)), denominator);
    return { value: withSignOf(l, l.add(quotient, correction), x), holds: null };
  },
};

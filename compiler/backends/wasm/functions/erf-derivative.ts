import { expLess } from "./exp.js";
import type { MathFunction } from "./function.js";
import { leading } from "./pow.js";

/** ln(2 / sqrt pi). */
const logOfFactor = 0.12078223763524522;

/**
 * 2/sqrt(pi) e^(-x^2) (DLMF 7.2.1), from its logarithm as the sum of two doubles: the square of the
 * leading part of x is exact.
 */
export const erfDerivative: MathFunction = {
  arity: 1,
  fast(l, x) {
    // Beyond 28 the result is zero; NaN stays NaN.
    const a = l.atMost(l.abs(x), 28);
    const high = leading(l, a);
    const square = l.mul(high, high);
    const exponent = l.sub(logOfFactor, square);
    const lost = l.sub(logOfFactor, l.add(exponent, square));
    const rest = l.mul(l.sub(a, high), l.add(a, high));
    return { value: expLess(l, exponent, l.sub(rest, lost)), holds: null };
  },
};

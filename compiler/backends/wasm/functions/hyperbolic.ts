import { halfOfExp } from "./exp.js";
import { normalExpm1Pair, withSignOf } from "./expm1.js";
import { Below, type MathFunction } from "./function.js";

/** From here on e^-|x| is far below the last digit. */
const large = 700;

/**
 * (E + 1/E) / 2, with E = e^|x| as the sum of two doubles; the second enters with the derivative of
 * this formula, (1 - 1/E^2) / 2.
 */
export const cosh: MathFunction = {
  arity: 1,
  fast(l, x) {
    const a = l.abs(x);
    const t = normalExpm1Pair(l, a);
    const e = l.add(t.high, 1);
    // The rounding error of t.high + 1, exact because the larger term is subtracted first.
    const lost = l.select(l.lt(t.high, 1), l.sub(t.high, l.sub(e, 1)), l.sub(1, l.sub(e, t.high)));
    const half = l.div(0.5, e);
    const rest = l.mul(l.add(lost, t.low), l.sub(0.5, l.mul(l.mul(half, half), 2)));
    return { value: l.add(l.mul(e, 0.5), l.add(half, rest)), holds: new Below(a, large) };
  },
  slow: ({ l }, x) => halfOfExp(l, l.abs(x)),
};

/**
 * (t + t/(t + 1)) / 2, with t = e^|x| - 1 as the sum of two doubles; the second enters with the
 * derivative (1 + 1/(t + 1)^2) / 2. The rounding error of the denominator matters where t is small.
 */
export const sinh: MathFunction = {
  arity: 1,
  fast(l, x) {
    const a = l.abs(x);
    const t = normalExpm1Pair(l, a);
    const e = l.add(t.high, 1);
    const lost = l.sub(t.high, l.sub(e, 1));
    const quotient = l.div(t.high, e);
    const inverse = l.sub(1, quotient);
    const rest = l.add(t.low, l.mul(inverse, l.sub(l.mul(t.low, inverse), l.mul(quotient, lost))));
    const value = l.mul(l.add(t.high, l.add(quotient, rest)), 0.5);
    return { value: withSignOf(l, value, x), holds: new Below(a, large) };
  },
  slow: ({ l }, x) => withSignOf(l, halfOfExp(l, l.abs(x)), x),
};

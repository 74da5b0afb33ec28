import { withSignOf } from "./expm1.js";
import { Below, type MathFunction } from "./function.js";
import { logOf, split } from "./log.js";
import { log1pOf } from "./log1p.js";

/**
 * ln(1 + a + v) with a = |x| and v = sqrt(1 + a^2) - 1 = a^2 / (1 + sqrt(1 + a^2)): v is small
 * compared with a where its rounding error would matter.
 */
export const asinh: MathFunction = {
  arity: 1,
  fast(l, x) {
    const a = l.abs(x);
    const square = l.mul(a, a);
    const v = l.div(square, l.add(l.sqrt(l.add(square, 1)), 1));
    const sum = l.add(a, v);
    // A two-sum, since either term may be the larger one.
    const added = l.sub(sum, a);
    const lost = l.add(l.sub(a, l.sub(sum, added)), l.sub(v, added));
    return { value: withSignOf(l, log1pOf(l, sum, lost), x), holds: new Below(a, 2 ** 500) };
  },
  slow({ body, l }, x) {
    const a = body.let(l.abs(x));
    // ln 2a.
    const { k, m } = split(l, a);
    const value = logOf(l, l.add(k, 1), l.sub(m, 1));
    return withSignOf(l, l.select(l.lt(a, Number.POSITIVE_INFINITY), value, a), x);
  },
};

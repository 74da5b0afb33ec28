import { f64 } from "../encoder/index.js";
import type { MathFunction } from "./function.js";
import type { Lanes } from "./lanes.js";

/** Between these limits, squares neither overflow nor lose digits that matter. */
const [least, most] = [2 ** -480, 2 ** 500];

function root<F, I, M>(l: Lanes<F, I, M>, x: F, y: F): F {
  return l.sqrt(l.add(l.mul(x, x), l.mul(y, y)));
}

export const hypot: MathFunction = {
  arity: 2,
  fast(l, x, y) {
    const largest = l.atLeast(l.abs(x), l.abs(y));
    return { value: root(l, x, y), holds: l.both(l.le(least, largest), l.lt(largest, most)) };
  },
  slow({ body, l }, x, y) {
    const infinity = Number.POSITIVE_INFINITY;
    const [a, b] = [body.let(l.abs(x)), body.let(l.abs(y))];
    const scale = body.let(l.select(l.lt(l.atLeast(a, b), 1), 2 ** 600, 2 ** -600));
    const scaled = l.div(root(l, l.mul(a, scale), l.mul(b, scale)), scale);
    const value = l.select(f64.eq(l.add(a, b), f64.const(0)), 0, scaled);
    return l.select(l.either(l.eq(a, infinity), l.eq(b, infinity)), infinity, value);
  },
};

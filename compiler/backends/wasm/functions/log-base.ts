import type { MathFunction } from "./function.js";
import type { Lanes } from "./lanes.js";
import { logParts, outside, split } from "./log.js";
import { leading } from "./pow.js";

/**
 * The factor 1 / ln base and the logarithm of 2, each as the sum of two doubles; the leading parts
 * have 26 and 42 bits.
 */
interface Base {
  readonly factor: readonly [high: number, low: number];
  readonly two: readonly [high: number, low: number];
}

/**
 * (k ln 2 + ln m) / ln base. The products of leading parts are exact, and the rounding error of
 * their sum is compensated.
 */
function inBase<F, I, M>(l: Lanes<F, I, M>, { factor, two }: Base, k: F, m: F): F {
  const f = l.sub(m, 1);
  const { half, rest } = logParts(l, f);
  const high = leading(l, l.sub(f, half));
  const low = l.add(l.sub(l.sub(f, high), half), rest);
  const main = l.mul(high, factor[0]);
  const exponent = l.mul(k, two[0]);
  const sum = l.add(exponent, main);
  const lost = l.add(l.sub(exponent, sum), main);
  const small = l.add(l.mul(k, two[1]), l.add(l.mul(l.add(low, high), factor[1]), l.mul(low, factor[0])));
  return l.add(sum, l.add(lost, small));
}

function logarithm(base: Base): MathFunction {
  return {
    arity: 1,
    fast(l, x) {
      const { k, m } = split(l, x);
      const value = inBase(l, base, k, m);
      return { value, holds: l.both(l.le(2 ** -1022, x), l.lt(x, Number.POSITIVE_INFINITY)) };
    },
    slow({ body, l }, x) {
      return body.choose(
        l.both(l.lt(0, x), l.lt(x, 1)),
        () => {
          const { k, m } = split(l, l.mul(x, 2 ** 54));
          return inBase(l, base, l.sub(k, 54), m);
        },
        () => outside(l, x, 0),
      );
    },
  };
}

export const log2 = logarithm({ factor: [1.4426950216293335, 1.9259629911266175e-8], two: [1, 0] });

export const log10 = logarithm({
  factor: [0.4342944771051407, 4.798111141615973e-9],
  two: [0.30102999566395283, 2.8363394551044964e-14],
});

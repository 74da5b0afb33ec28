import { exponentBias, roundingShift } from "./exp.js";
import { withSignOf } from "./expm1.js";
import type { MathFunction } from "./function.js";
import type { Lanes } from "./lanes.js";
import { log, logOf, outside, split } from "./log.js";

/**
 * ln(1 + x + `rounding`), where `rounding` is far below the last digit of x. u = 1 + x = 2^k m, and
 * the rounding error of this sum, scaled by 2^-k, is added to m - 1; for k = 0 this gives x itself.
 */
export function log1pOf<F, I, M>(l: Lanes<F, I, M>, x: F, rounding?: F): F {
  const u = l.add(x, 1);
  const added = l.sub(u, 1);
  const ownLost = l.add(l.sub(1, l.sub(u, added)), l.sub(x, added));
  const lost = rounding === undefined ? ownLost : l.add(ownLost, rounding);
  const { k, m } = split(l, u);
  // 2^-k: adding `roundingShift` puts its biased exponent into the low bits.
  const power = l.fromBits(l.shiftLeft(l.toBits(l.sub(roundingShift + exponentBias, k)), 52));
  const main = l.sub(m, 1);
  const scaled = l.mul(lost, power);
  const f = l.add(main, scaled);
  // ln(1 + f + d) = ln(1 + f) + d (1 - f + ...), where f + d is main + scaled. If `scaled` is the
  // larger term, `main` and d are 0.
  const d = l.sub(scaled, l.sub(f, main));
  return logOf(l, k, f, l.sub(d, l.mul(d, f)));
}

export const log1p: MathFunction = {
  arity: 1,
  fast(l, x) {
    return { value: withSignOf(l, log1pOf(l, x), x), holds: l.both(l.lt(-1, x), l.lt(x, 2 ** 1000)) };
  },
  slow({ body, l }, x) {
    return body.choose(
      l.both(l.lt(1, x), l.lt(x, Number.POSITIVE_INFINITY)),
      () => log.fast(l, x, x).value,
      () => outside(l, x, -1),
    );
  },
};

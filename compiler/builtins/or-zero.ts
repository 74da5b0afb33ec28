import { productOrZero as evaluateProduct, quotientOrZero as evaluateQuotient } from "../../math/index.js";
import { argument, called } from "./define.js";

/** a b, and 0 if a is 0. */
export const productOrZero = called("productOrZero", 2, evaluateProduct, {
  kind: "smooth",
  partials: (pool, args) => {
    const [a, b] = [argument(args, 0), argument(args, 1)];
    const zero = pool.constant(0);
    const isInfinite = pool.make("eq", pool.make("abs", b), pool.constant(Number.POSITIVE_INFINITY));
    const isUndefined = pool.make("and", pool.make("eq", a, zero), isInfinite);
    return [pool.make("select", isUndefined, zero, b), a];
  },
});

/** a/b, and 0 if a is 0. */
export const quotientOrZero = called("quotientOrZero", 2, evaluateQuotient, {
  kind: "smooth",
  partials: (pool, args, value) => {
    const [a, b] = [argument(args, 0), argument(args, 1)];
    const zero = pool.constant(0);
    const isUndefined = pool.make("and", pool.make("eq", a, zero), pool.make("eq", b, zero));
    const share = pool.make("select", isUndefined, zero, pool.make("div", pool.constant(1), b));
    return [share, pool.make("neg", pool.call("quotientOrZero", [value, b]))];
  },
});

import { besselj1 as evaluate } from "../../math/index.js";
import { smooth } from "./define.js";

export const besselj1 = smooth(
  "besselj1",
  evaluate,
  (pool, x, value) => {
    // DLMF 10.6.2: J1' = J0 - J1/x, which tends to 1/2 at 0.
    const away = pool.make("sub", pool.call("besselj0", [x]), pool.make("div", value, x));
    return pool.make("select", pool.make("eq", x, pool.constant(0)), pool.constant(0.5), away);
  },
  "The Bessel function of the first kind of order 1.",
);

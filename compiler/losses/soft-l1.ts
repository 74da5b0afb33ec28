import type { LossDefinition } from "./loss.js";

export const softL1: LossDefinition = {
  doc: "rho(z) = 2 (sqrt(1 + z) - 1): smooth, and linear in the residual where that is large.",
  rho: (pool, z) => {
    const one = pool.constant(1);
    const root = pool.make("sqrt", pool.make("add", one, z));
    // 2 (sqrt(1 + z) - 1), written as z / ((1 + sqrt(1 + z)) / 2): the difference has no digits
    // left at small z.
    return pool.make("div", z, pool.make("mul", pool.constant(0.5), pool.make("add", one, root)));
  },
};

import type { LossDefinition } from "./loss.js";

export const huber: LossDefinition = {
  doc: "rho(z) = z up to 1, then 2 sqrt(z) - 1: quadratic, then linear in the residual.",
  rho: (pool, z) => {
    const one = pool.constant(1);
    const outer = pool.make("sub", pool.make("mul", pool.constant(2), pool.make("sqrt", z)), one);
    return pool.make("select", pool.make("le", z, one), z, outer);
  },
};

import type { LossDefinition } from "./loss.js";

export const arctan: LossDefinition = {
  doc: "rho(z) = arctan(z): no residual costs more than pi / 2.",
  rho: (pool, z) => pool.make("atan", z),
};

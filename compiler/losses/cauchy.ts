import type { LossDefinition } from "./loss.js";

export const cauchy: LossDefinition = {
  doc: "rho(z) = log(1 + z): outliers lose weight quickly.",
  rho: (pool, z) => pool.make("log1p", z),
};

import type { LossDefinition } from "./loss.js";

export const linear: LossDefinition = {
  doc: "rho(z) = z: least squares.",
  rho: (_pool, z) => z,
};

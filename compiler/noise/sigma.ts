import type { NoiseModel } from "./noise-model.js";

/**
 * `sigma s absolute`: the standard deviation of the observation. Other tools disagree about whether
 * sigma is absolute or relative by default, so there is no default.
 */
export const sigma: NoiseModel = {
  quantity: "standard deviation",
  scaled: (pool, residual, value) => pool.make("div", residual, value),
  unitPower: 1,
  impliedScale: null,
  range: "positive",
  variancePower: 2,
};

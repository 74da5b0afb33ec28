import type { NoiseModel } from "./noise-model.js";

/**
 * `weight w`: a factor of the squared residual. Only ratios of weights matter; a weight of 0 leaves
 * the residual out.
 */
export const weight: NoiseModel = {
  quantity: "weight",
  scaled: (pool, residual, value) => pool.make("mul", residual, pool.make("sqrt", value)),
  unitPower: null,
  impliedScale: "relative",
  range: "nonnegative",
  variancePower: -1,
};

import type { NoiseModel } from "./noise-model.js";

/**
 * `weight w`: a factor of the squared residual. Only ratios of weights matter; a weight of 0 leaves
 * the residual out.
 */
export const weight: NoiseModel = {
  explained: {
    form: "weight EXPRESSION",
    what: "The weight of each observation, by which its squared residual is multiplied. Only the ratios of the weights matter; a row with weight 0 is excluded.",
    example: "weight 1 / sy^2",
    section: "Noise",
  },
  quantity: "weight",
  scaled: (pool, residual, value) => pool.make("mul", residual, pool.make("sqrt", value)),
  unitPower: null,
  impliedScale: "relative",
  range: "nonnegative",
  variancePower: -1,
};

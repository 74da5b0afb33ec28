import type { NoiseModel } from "./noise-model.js";

/**
 * `sigma s absolute`: the standard deviation of the observation. Other tools disagree about whether
 * sigma is absolute or relative by default, so there is no default.
 */
export const sigma: NoiseModel = {
  explained: {
    form: "sigma EXPRESSION absolute | relative",
    what: "The standard deviation of each observation, by which its residual is divided: a positive number, a column, or an expression of columns and constants. One of the two words is required, because programs differ in their default, and the standard errors depend on it.",
    example: "sigma sy absolute",
    section: "Noise",
    words: [
      ["absolute", "The values are known; the covariance of the parameters is not rescaled."],
      ["relative", "Only their ratios are known; the covariance is multiplied by the reduced chi-square."],
    ],
  },
  quantity: "standard deviation",
  scaled: (pool, residual, value) => pool.make("div", residual, value),
  unitPower: 1,
  impliedScale: null,
  range: "positive",
  variancePower: 2,
};

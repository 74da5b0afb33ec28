import type { NoiseModel } from "./noise-model.js";

/** `sigma s absolute`: the standard deviation of the observation. Tools differ in the default of the word, so there is none. */
export const sigma: NoiseModel = {
  quantity: "standard deviation",
  scaled: (pool, residual, value) => pool.make("div", residual, value),
  unitPower: 1,
  impliedScale: null,
  range: "positive",
  variancePower: 2,
};

import type { NoiseWord } from "../../grammar/index.js";
import type { NoiseScale } from "../../runtime/contract/noise.js";
import type { NoiseModel } from "./noise-model.js";
import { sigma } from "./sigma.js";
import { weight } from "./weight.js";

export type { NoiseModel } from "./noise-model.js";

/** The noise models of the language by their words. */
export const noiseModels: Readonly<Record<NoiseWord, NoiseModel>> = { sigma, weight };

/** What the deviation of a prior is. */
export const priorNoise: NoiseWord = "sigma";

/** A noise model and the word after its value, as a statement has them. */
interface DeclaredNoise {
  readonly model: NoiseWord;
  readonly scale: NoiseScale | null;
}

/** What is said or implied of the size of the noise; null where that is missing. */
export function scaleOf({ model, scale }: DeclaredNoise): NoiseScale | null {
  return scale ?? noiseModels[model].impliedScale;
}

/** Whether the size of the noise is known, so that the covariance is not rescaled by the scatter of the residuals. */
export function isAbsolute(noise: DeclaredNoise): boolean {
  return scaleOf(noise) === "absolute";
}

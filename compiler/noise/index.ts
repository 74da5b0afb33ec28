import type { NoiseWord } from "../../grammar/index.js";
import type { NoiseScale } from "../../runtime/contract/noise.js";
import type { NoiseModel } from "./noise-model.js";
import { sigma } from "./sigma.js";
import { weight } from "./weight.js";

export type { NoiseModel } from "./noise-model.js";

/** The noise models of the language, by the words that declare them. */
export const noiseModels: Readonly<Record<NoiseWord, NoiseModel>> = { sigma, weight };

/** The noise model that gives a prior's deviation its meaning. */
export const priorNoise: NoiseWord = "sigma";

/** A noise model and the scale word after its value, as written in a statement. */
interface DeclaredNoise {
  readonly model: NoiseWord;
  readonly scale: NoiseScale | null;
}

/**
 * Whether the noise is absolute or relative, as written or as the noise model implies; null if
 * neither is known.
 */
export function scaleOf({ model, scale }: DeclaredNoise): NoiseScale | null {
  return scale ?? noiseModels[model].impliedScale;
}

/**
 * Whether the size of the noise is known, so that the covariance is not rescaled by the reduced
 * chi-square.
 */
export function isAbsolute(noise: DeclaredNoise): boolean {
  return scaleOf(noise) === "absolute";
}

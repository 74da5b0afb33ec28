/**
 * The words that declare the noise of the observations, in the order of the language reference. `scaled`: the word
 * `absolute` or `relative` may follow the value. What a noise model means is said in `compiler/noise/`.
 */
export const noiseWords = [
  { word: "sigma", scaled: true },
  { word: "weight", scaled: false },
] as const satisfies readonly { readonly word: string; readonly scaled: boolean }[];

export type NoiseWord = (typeof noiseWords)[number]["word"];

import type { NoiseStmt } from "../../../grammar/index.js";
import { analysisMessages as messages } from "../messages/index.js";
import { absoluteThroughout } from "../rules/absolute-throughout.js";
import { constantNoise } from "../rules/constant-noise.js";
import { noiseOfSingleResiduals } from "../rules/noise-of-single-residuals.js";
import { noiseScaleWord } from "../rules/noise-scale-word.js";
import { settledRowNumber } from "../site.js";
import type { StatementAnalysis } from "./statement-analysis.js";

/** The value of a noise model: how far observations may be from the prediction. */
export const noise: StatementAnalysis<NoiseStmt> = {
  sites: ({ model, value }) => [
    {
      expr: value,
      label: `'${model}'`,
      content: settledRowNumber((found) => messages.noiseDependsOnParameter({ noise: `'${model}'`, ...found })),
      use: "result",
    },
  ],
  rules: [noiseScaleWord, constantNoise, noiseOfSingleResiduals, absoluteThroughout],
};

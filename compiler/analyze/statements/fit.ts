import type { FitStmt } from "../../../grammar/index.js";
import { analysisMessages as messages } from "../messages/index.js";
import { rowNumber, settledRowNumber } from "../site.js";
import { noiseBlockSites } from "./noise-block.js";
import type { StatementAnalysis } from "./statement-analysis.js";

const observation = settledRowNumber(messages.observedDependsOnParameter);

/** The observed expression and the model's prediction for it. */
export const fit: StatementAnalysis<FitStmt> = {
  sites: ({ observed, predicted, noise }, declarations) => [
    { expr: observed, label: "the observed side of 'fit'", content: observation, use: "residual" },
    { expr: predicted, label: "the predicted side of 'fit'", content: rowNumber, use: "residual" },
    ...noiseBlockSites(noise, declarations),
  ],
};

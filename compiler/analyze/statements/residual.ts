import type { ResidualStmt } from "../../../grammar/index.js";
import { rowNumber } from "../site.js";
import { noiseBlockSites } from "./noise-block.js";
import type { StatementAnalysis } from "./statement-analysis.js";

/** A residual given as an expression. */
export const residual: StatementAnalysis<ResidualStmt> = {
  sites: ({ value, noise }, declarations) => [
    { expr: value, label: "'residual'", content: rowNumber, use: "residual" },
    ...noiseBlockSites(noise, declarations),
  ],
};

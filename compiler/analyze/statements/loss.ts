import type { LossStmt } from "../../../grammar/index.js";
import { customLosses } from "../rules/custom-losses.js";
import { knownLosses } from "../rules/known-losses.js";
import { lossScales } from "../rules/loss-scales.js";
import { constantNumber, type Site } from "../site.js";
import type { StatementAnalysis } from "./statement-analysis.js";

/** The loss and its scale, which may use only constants. */
export const loss: StatementAnalysis<LossStmt> = {
  sites(statement, { lossVariables }) {
    const { scale, rho } = statement;
    const variable = lossVariables.get(statement);
    const shared = { content: constantNumber, use: "result" } as const;
    const locals = variable === undefined ? {} : { locals: new Map([[variable.name.text, variable]]) };
    const scaleSite: readonly Site[] = scale === null ? [] : [{ expr: scale, label: "the scale of a loss", ...shared }];
    return rho === null ? scaleSite : [...scaleSite, { expr: rho, label: "a loss", ...shared, ...locals }];
  },
  rules: [knownLosses, lossScales, customLosses],
};

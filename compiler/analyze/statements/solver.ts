import type { SolverStmt } from "../../../grammar/index.js";
import { knownSolver } from "../rules/known-solver.js";
import { lmLimits } from "../rules/lm-limits.js";
import { knownSolverOptions } from "../rules/solver-options.js";
import { constantNumber, type Site } from "../site.js";
import { isExpressionOption } from "../solver-options.js";
import type { StatementAnalysis } from "./statement-analysis.js";

/** The options of the solver: constants, or words such as `off`. */
export const solver: StatementAnalysis<SolverStmt> = {
  sites: ({ options }) =>
    options.flatMap((option): readonly Site[] => {
      if (option.kind === "error" || !isExpressionOption(option.name.text, option.value)) return [];
      const { name, value } = option;
      return [{ expr: value, label: `option '${name.text}'`, content: constantNumber, use: "result" }];
    }),
  rules: [knownSolver, knownSolverOptions, lmLimits],
};

import type { ParamSetting, SolverStmt } from "../../../grammar/index.js";
import { knownSolver } from "../rules/known-solver.js";
import { lmLimits } from "../rules/lm-limits.js";
import { paramScales } from "../rules/param-scales.js";
import { knownSolverOptions } from "../rules/solver-options.js";
import { constantNumber, rowNumber, type Site } from "../site.js";
import { isExpressionOption, settingsByParam } from "../solver-options.js";
import type { StatementAnalysis } from "./statement-analysis.js";

/** The options of the solver: constants, or words such as `off`. */
export const solver: StatementAnalysis<SolverStmt> = {
  sites: ({ options }) =>
    options.flatMap((option): readonly Site[] => {
      if (option.kind === "error") return [];
      const { name, value } = option;
      if (value === null) return settingsByParam(option).flatMap(sitesOfSetting);
      if (!isExpressionOption(name.text, value)) return [];
      return [{ expr: value, label: `option '${name.text}'`, content: constantNumber, use: "result" }];
    }),
  units({ options }, equations, { references }) {
    for (const option of options) {
      for (const { param, value } of option.kind === "error" ? [] : settingsByParam(option)) {
        const symbol = references.get(param);
        if (symbol?.kind === "param") equations.addValue(symbol, "scale", value);
      }
    }
  },
  rules: [knownSolver, knownSolverOptions, paramScales, lmLimits],
};

function sitesOfSetting({ param, value }: ParamSetting): readonly Site[] {
  return [
    { expr: param, label: "'x_scale'", content: rowNumber, use: "result" },
    { expr: value, label: `the scale of '${param.name.text}'`, content: constantNumber, use: "result" },
  ];
}

import type { PriorStmt } from "../../../grammar/index.js";
import { priorNoise } from "../../noise/index.js";
import { priors } from "../rules/priors.js";
import { constantNumber, rowNumber, type Site } from "../site.js";
import type { StatementAnalysis } from "./statement-analysis.js";

/**
 * Knowledge about a parameter in addition to the data. It adds one residual,
 * (parameter - mean) / deviation.
 */
export const prior: StatementAnalysis<PriorStmt> = {
  sites: ({ param, args }) => [
    { expr: param, label: "'prior'", content: rowNumber, use: "residual" },
    ...args.map(
      (expr, i): Site => ({
        expr,
        label: `the ${i === 0 ? "mean" : "standard deviation"} of a prior`,
        content: constantNumber,
        use: "result",
      }),
    ),
  ],
  units({ param, args }, equations) {
    for (const value of args) equations.addSides("both sides of '~'", param, value);
  },
  rules: [priors],
  residual({ param, args, span }, absolute) {
    const [mean, deviation] = args;
    if (mean === undefined || deviation === undefined) throw new Error("fitc bug: a prior without its values");
    return {
      kind: "prior",
      rate: "once",
      observed: mean,
      predicted: param,
      noise: { model: priorNoise, value: deviation, scale: absolute ? "absolute" : "relative" },
      loss: { kind: "builtin", name: "linear", scale: null },
      span,
    };
  },
};

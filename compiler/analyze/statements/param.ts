import type { Expr, ParamDecl } from "../../../grammar/index.js";
import { bounds } from "../rules/bounds.js";
import { startValues } from "../rules/start-values.js";
import { numberFromData, type Site } from "../site.js";
import type { StatementAnalysis } from "./statement-analysis.js";

/** A start value and bounds, which may depend on the data. */
export const param: StatementAnalysis<ParamDecl> = {
  sites({ name, start, interval }) {
    const values: readonly [string, Expr | undefined | null][] = [
      ["the start value", start],
      ["the lower bound", interval?.lower],
      ["the upper bound", interval?.upper],
    ];
    return values.flatMap(([what, expr]): readonly Site[] =>
      expr == null ? [] : [{ expr, label: `${what} of '${name.text}'`, content: numberFromData, use: "result" }],
    );
  },
  rules: [bounds, startValues],
};

import { type Expr, type Name, type ParamDecl, printExpr, printName } from "../../../grammar/index.js";
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
    return values.flatMap(([what, expr]): readonly Site[] => {
      if (expr == null) return [];
      const label = `${what} of '${name.text}'`;
      const instead = expr === start ? { insteadOfCondition: () => intervalInstead(name, expr) } : {};
      return [{ expr, label, content: numberFromData, use: "result", ...instead }];
    });
  },
  rules: [bounds, startValues],
};

/** What to write for bounds that are written as a comparison, `param k = 1 > 0`. */
function intervalInstead(name: Name, expr: Expr): string | null {
  if (expr.kind !== "binary") return null;
  const bound = printExpr(expr.right);
  const intervals: Readonly<Record<string, string>> = {
    ">": `(${bound}, inf)`,
    ">=": `[${bound}, inf)`,
    "<": `(-inf, ${bound})`,
    "<=": `(-inf, ${bound}]`,
  };
  const interval = intervals[expr.op];
  return interval === undefined ? null : `write 'param ${printName(name)} = ${printExpr(expr.left)} in ${interval}'`;
}

import { must, token, toName } from "../cst.js";
import { messageTemplates as messages } from "../messages.js";
import type { Declaration, Expr, Name, NameExpr } from "../nodes.js";
import { printExpr, printExprs, printName } from "../print-expression.js";
import * as t from "../tokens.js";
import type { StatementSyntax } from "./statement-syntax.js";

/** `prior k ~ normal(m, s)` */
export interface PriorStmt extends Declaration {
  readonly kind: "prior";
  readonly param: NameExpr;
  /** `normal`; the analysis rejects any other name. */
  readonly distribution: Name;
  readonly args: readonly Expr[];
}

const Prior = t.statementWord("prior");

export const prior: StatementSyntax<PriorStmt> = {
  kind: "prior",
  keywords: [Prior],
  documented: true,
  explained: {
    form: "prior PARAMETER ~ normal(MEAN, DEVIATION)",
    what: "What is known of a parameter before the fit. It adds ((PARAMETER - MEAN) / DEVIATION)^2 to the sum of squares, and counts as one observation. The standard deviations of the data must be known: sigma ... absolute.",
    example: "prior k ~ normal(0.5, 0.1)",
    section: "What is known beforehand",
    words: [["normal", "The normal distribution with this mean and standard deviation, the only one there is."]],
  },
  parse(p) {
    p.CONSUME(Prior);
    p.SUBRULE(p.reference);
    // As in `fit`, '=' is accepted and then reported.
    p.OR({ DEF: [{ ALT: () => p.CONSUME(t.Tilde) }, { ALT: () => p.CONSUME(t.Equals) }], ERR_MSG: "'~'" });
    p.CONSUME(t.Name, { LABEL: "distribution" });
    p.CONSUME(t.LParen);
    p.MANY_SEP({ SEP: t.Comma, DEF: () => p.SUBRULE(p.expr) });
    p.CONSUME(t.RParen);
  },
  build(cst, parts) {
    const equals = token(cst, t.Equals.name);
    if (equals !== undefined) parts.report(messages.priorWithEquals(), equals);
    return {
      param: must(parts.references(cst)[0]),
      distribution: toName(must(token(cst, "distribution"))),
      args: parts.exprs(cst),
    };
  },
  print: ({ param, distribution, args }) =>
    `prior ${printExpr(param)} ~ ${printName(distribution)}(${printExprs(args)})`,
  help: (expected) => (expected === "'~'" ? "write 'prior k ~ normal(0.5, 0.1)'" : null),
};

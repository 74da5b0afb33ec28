import { token } from "../cst.js";
import { messageTemplates as messages } from "../messages.js";
import type { Declaration, Expr, Interval, Name, UnitExpr } from "../nodes.js";
import { printExpr, printInterval, printTyped } from "../print-expression.js";
import * as t from "../tokens.js";
import type { StatementSyntax } from "./statement-syntax.js";

/** `param k: 1/s = 0.5 in (0, inf) fixed` */
export interface ParamDecl extends Declaration {
  readonly kind: "param";
  readonly name: Name;
  readonly unit: UnitExpr | null;
  readonly start: Expr | null;
  readonly interval: Interval | null;
  readonly fixed: boolean;
}

const Param = t.statementWord("param");
const Per = t.statementWord("per");
const Fixed = t.statementWord("fixed");
const perGroup = "'param NAME per GROUP'";

export const param: StatementSyntax<ParamDecl> = {
  kind: "param",
  keywords: [Param],
  documented: true,
  explained: {
    form: "param NAME[: UNIT] [= START] [in [LOWER, UPPER]] [fixed]",
    what: "A number that the fit determines. START is a number or an expression of constants and of reductions of the data, such as max(y). Without it, a parameter with finite bounds starts in their middle, one in which the model is linear needs none, and any other starts at 1, with a warning.",
    example: "param A: V = max(y) - min(y) in [0, 10] /// amplitude\nparam k: 1/s = 0.5 in (0, inf)",
    section: "Parameters",
    words: [
      ["in", "Bounds: with [ or ] if the parameter can start on the bound, with ( or ) if it cannot; inf is no bound."],
      ["fixed", "The parameter keeps its start value and has no standard error."],
      ["per", "Reserved: 'param NAME per GROUP' is not available yet."],
    ],
  },
  afterExpression: [Per, t.In, Fixed],
  afterName: "'=', 'in' or 'fixed'",
  reservedForms: new Map([[Per, perGroup]]),
  parse(p) {
    p.CONSUME(Param);
    p.SUBRULE(p.typed);
    p.OPTION(() => {
      p.CONSUME(Per);
      p.CONSUME(t.Name);
    });
    p.OPTION2(() => {
      p.CONSUME(t.Equals);
      p.SUBRULE(p.expr);
    });
    p.OPTION3(() => {
      p.CONSUME(t.In);
      p.SUBRULE(p.interval);
    });
    p.OPTION4(() => p.CONSUME(Fixed));
  },
  build(cst, parts) {
    const per = token(cst, Per.name);
    if (per !== undefined) parts.report(messages.syntaxNotAvailable({ form: perGroup }), per);
    return {
      ...parts.typedName(cst),
      start: parts.optionalExpr(cst),
      interval: parts.interval(cst),
      fixed: token(cst, Fixed.name) !== undefined,
    };
  },
  print(node) {
    const start = node.start === null ? "" : ` = ${printExpr(node.start)}`;
    const interval = node.interval === null ? "" : ` in ${printInterval(node.interval)}`;
    return `param ${printTyped(node)}${start}${interval}${node.fixed ? " fixed" : ""}`;
  },
  recover: (name, _, error) => ({ name, unit: null, start: error, interval: null, fixed: false }),
};

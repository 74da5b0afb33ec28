import { token, toName } from "../cst.js";
import type { Declaration, Expr, Name } from "../nodes.js";
import { printExpr, printName } from "../print-expression.js";
import * as t from "../tokens.js";
import type { Productions, StatementSyntax } from "./statement-syntax.js";

/**
 * `loss huber(1)` has a name and a scale; `loss(C) z => log1p(z)` has a scale, a variable and rho.
 */
export interface LossStmt extends Declaration {
  readonly kind: "loss";
  readonly name: Name | null;
  readonly variable: Name | null;
  readonly rho: Expr | null;
  readonly scale: Expr | null;
}

const Loss = t.statementWord("loss");
const scale = { LABEL: "scale" };

export const loss: StatementSyntax<LossStmt> = {
  kind: "loss",
  keywords: [Loss],
  documented: true,
  explained: {
    form: "loss NAME[(C)]   or   loss(C) z => EXPRESSION",
    what: "How much a residual counts: with z = (residual / C)^2, the fit minimises half the sum of C^2 rho(z). The losses linear, soft_l1, huber, cauchy and arctan are those of SciPy; one of your own has rho(0) = 0 and rho'(0) = 1. C is 1 if left out.",
    example: "loss soft_l1(0.1)",
    section: "Loss",
  },
  canFollowKeyword: (next) => t.isName(next) || next === t.LParen,
  isCallLike: true,
  parse(p) {
    p.CONSUME(Loss);
    p.OR({
      DEF: [
        {
          ALT: () => parseRho(p),
          GATE: () => p.LA(1).tokenType === t.LParen || p.LA(2).tokenType === t.Arrow,
        },
        { ALT: () => parseNamed(p) },
      ],
      ERR_MSG: "the name of a loss, or '(' and a scale",
      IGNORE_AMBIGUITIES: true,
    });
  },
  build(cst, parts) {
    const variable = token(cst, "variable");
    return {
      name: variable === undefined ? parts.name(cst) : null,
      variable: variable === undefined ? null : toName(variable),
      rho: variable === undefined ? null : parts.expr(cst),
      scale: parts.optionalExpr(cst, "scale"),
    };
  },
  print({ name, variable, rho, scale }) {
    const argument = scale === null ? "" : `(${printExpr(scale)})`;
    if (name !== null) return `loss ${printName(name)}${argument}`;
    if (variable === null || rho === null) throw new Error("fitc bug: a loss without a name and without an expression");
    return `loss${argument} ${printName(variable)} => ${printExpr(rho)}`;
  },
};

function parseRho(p: Productions): void {
  p.OPTION(() => {
    p.CONSUME(t.LParen);
    p.SUBRULE(p.expr, scale);
    p.CONSUME(t.RParen);
  });
  p.CONSUME(t.Name, { LABEL: "variable" });
  p.CONSUME(t.Arrow);
  p.SUBRULE2(p.expr);
}

function parseNamed(p: Productions): void {
  p.CONSUME2(t.Name);
  p.OPTION2(() => {
    p.CONSUME2(t.LParen);
    p.SUBRULE3(p.expr, scale);
    p.CONSUME2(t.RParen);
  });
}

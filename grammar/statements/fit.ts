import { must, token } from "../cst.js";
import { messageTemplates as messages } from "../messages.js";
import type { Declaration, Expr } from "../nodes.js";
import { printExpr } from "../print-expression.js";
import * as t from "../tokens.js";
import { type NoiseBlock, type NoiseItem, noiseBlock, noiseBlockOf } from "./noise-block.js";
import type { StatementSyntax } from "./statement-syntax.js";

/** `fit y ~ a * x + b { sigma s absolute }` */
export interface FitStmt extends Declaration {
  readonly kind: "fit";
  readonly observed: Expr;
  readonly predicted: Expr;
  readonly noise: NoiseBlock | null;
}

const Fit = t.statementWord("fit");

export const fit: StatementSyntax<FitStmt, NoiseItem> = {
  kind: "fit",
  keywords: [Fit],
  documented: true,
  explained: {
    form: "fit OBSERVED ~ PREDICTED [{ sigma ... weight ... loss ... }]",
    what: "The model equation. OBSERVED is an expression of columns, PREDICTED one of columns and parameters; the fit makes the sum of their squared differences as small as possible. A model may have several; one in braces has its own noise and loss.",
    example: "fit y ~ A * exp(-k * t) + c",
    section: "The model",
  },
  canFollowKeyword: t.isOperand,
  block: { syntax: noiseBlock, items: ({ noise }) => noise?.items ?? null },
  parse(p) {
    p.CONSUME(Fit);
    p.SUBRULE(p.expr);
    // '=' is accepted and then reported, so that the rest of the statement is still read.
    p.OR({ DEF: [{ ALT: () => p.CONSUME(t.Tilde) }, { ALT: () => p.CONSUME(t.Equals) }], ERR_MSG: "'~'" });
    p.SUBRULE2(p.expr);
    p.OPTION(() => p.block(noiseBlock));
  },
  build(cst, parts, block) {
    const equals = token(cst, t.Equals.name);
    if (equals !== undefined) parts.report(messages.fitWithEquals(), equals);
    const [observed, predicted] = parts.exprs(cst);
    return { observed: must(observed), predicted: must(predicted), noise: noiseBlockOf(block) };
  },
  print: ({ observed, predicted }) => `fit ${printExpr(observed)} ~ ${printExpr(predicted)}`,
  help: (expected) => (expected === "'~'" ? "write 'fit observed ~ predicted'" : null),
};

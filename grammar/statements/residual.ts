import type { Declaration, Expr } from "../nodes.js";
import { printExpr } from "../print-expression.js";
import * as t from "../tokens.js";
import { type NoiseBlock, type NoiseItem, noiseBlock, noiseBlockOf } from "./noise-block.js";
import type { StatementSyntax } from "./statement-syntax.js";

/** `residual y - a * x { weight w }` */
export interface ResidualStmt extends Declaration {
  readonly kind: "residual";
  readonly value: Expr;
  readonly noise: NoiseBlock | null;
}

const Residual = t.statementWord("residual");

export const residual: StatementSyntax<ResidualStmt, NoiseItem> = {
  kind: "residual",
  keywords: [Residual],
  documented: true,
  explained: {
    form: "residual EXPRESSION [{ sigma ... weight ... loss ... }]",
    what: "A residual that is given directly: the fit makes the sum of its squares as small as possible. Without a column in it, it is one residual, not one for each row.",
    example: "residual sqrt((x - u)^2 + (y - v)^2) - r",
    section: "The model",
  },
  canFollowKeyword: t.isOperand,
  block: { syntax: noiseBlock, items: ({ noise }) => noise?.items ?? null },
  parse(p) {
    p.CONSUME(Residual);
    p.SUBRULE(p.expr);
    p.OPTION(() => p.block(noiseBlock));
  },
  build: (cst, parts, block) => ({ value: parts.expr(cst), noise: noiseBlockOf(block) }),
  print: ({ value }) => `residual ${printExpr(value)}`,
};

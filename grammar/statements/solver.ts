import type { Span } from "../../diagnostics/index.js";
import type { Declaration, Expr, Name } from "../nodes.js";
import { printExpr, printName } from "../print-expression.js";
import * as t from "../tokens.js";
import type { BlockSyntax, ItemSyntax, Items, StatementSyntax } from "./statement-syntax.js";

/** `solver lm { ftol: 1e-9 }` */
export interface SolverStmt extends Declaration {
  readonly kind: "solver";
  readonly name: Name;
  readonly options: Items<SolverOption>;
}

export interface SolverOption {
  readonly kind: "option";
  readonly name: Name;
  readonly value: Expr;
  readonly span: Span;
}

const Solver = t.statementWord("solver");

const option: ItemSyntax<SolverOption> = {
  kind: "option",
  keywords: [],
  documented: false,
  parse(p) {
    p.CONSUME(t.Name);
    p.CONSUME(t.Colon);
    p.SUBRULE(p.expr);
    p.OPTION(() => p.CONSUME(t.Comma));
  },
  build: (cst, parts) => ({ name: parts.name(cst), value: parts.expr(cst) }),
  print: ({ name, value }) => `${printName(name)}: ${printExpr(value)}`,
};

const optionBlock: BlockSyntax<SolverOption> = {
  rule: "optionBlock",
  items: [option],
  expected: "a name",
  beginsWith: "name and colon",
};

export const solver: StatementSyntax<SolverStmt, SolverOption> = {
  kind: "solver",
  keywords: [Solver],
  documented: true,
  block: { syntax: optionBlock, items: ({ options }) => (options.length === 0 ? null : options) },
  parse(p) {
    p.CONSUME(Solver);
    p.CONSUME(t.Name);
    p.OPTION(() => p.block(optionBlock));
  },
  build: (cst, parts, block) => ({ name: parts.name(cst), options: block?.items ?? [] }),
  print: ({ name }) => `solver ${printName(name)}`,
};

import type { Span } from "../../diagnostics/index.js";
import { must } from "../cst.js";
import type { Declaration, Expr, Name, NameExpr } from "../nodes.js";
import { printExpr, printName } from "../print-expression.js";
import * as t from "../tokens.js";
import type { BlockSyntax, ItemSyntax, Items, StatementSyntax } from "./statement-syntax.js";

/** `solver lm { ftol: 1e-9 }` */
export interface SolverStmt extends Declaration {
  readonly kind: "solver";
  readonly name: Name;
  readonly options: Items<SolverOption>;
}

/** `ftol: 1e-9`, or `x_scale: { a: 10, b: 0.1 }` with a number for each parameter named. */
export interface SolverOption {
  readonly kind: "option";
  readonly name: Name;
  /** Null if there is a block instead. */
  readonly value: Expr | null;
  readonly byParam: Items<ParamSetting> | null;
  readonly span: Span;
}

/** `a: 10` */
export interface ParamSetting {
  readonly kind: "setting";
  readonly param: NameExpr;
  readonly value: Expr;
  readonly span: Span;
}

const Solver = t.statementWord("solver");

const setting: ItemSyntax<ParamSetting> = {
  kind: "setting",
  keywords: [],
  documented: false,
  parse(p) {
    p.SUBRULE(p.reference);
    p.CONSUME(t.Colon);
    p.SUBRULE(p.expr);
    p.OPTION(() => p.CONSUME(t.Comma));
  },
  build: (cst, parts) => ({ param: must(parts.references(cst)[0]), value: parts.expr(cst) }),
  print: ({ param, value }) => `${printExpr(param)}: ${printExpr(value)}`,
};

const settingBlock: BlockSyntax<ParamSetting> = {
  rule: "settingBlock",
  items: [setting],
  expected: "a name",
  beginsWith: "name and colon",
};

const option: ItemSyntax<SolverOption, ParamSetting> = {
  kind: "option",
  keywords: [],
  documented: false,
  block: { syntax: settingBlock, items: ({ byParam }) => byParam },
  parse(p) {
    p.CONSUME(t.Name);
    p.CONSUME(t.Colon);
    p.OR({
      DEF: [{ ALT: () => p.SUBRULE(p.expr) }, { ALT: () => p.block(settingBlock) }],
      ERR_MSG: "an expression",
    });
    p.OPTION(() => p.CONSUME(t.Comma));
  },
  build: (cst, parts, block) => ({
    name: parts.name(cst),
    value: parts.optionalExpr(cst),
    byParam: block?.items ?? null,
  }),
  print: ({ name, value }) => `${printName(name)}:${value === null ? "" : ` ${printExpr(value)}`}`,
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
  explained: {
    form: "solver NAME [{ OPTION: VALUE, ... }]",
    what: "How the minimum is found. Without it, lm is used for models without bounds and with linear loss, and trf for all others.",
    example: "solver trf { xtol: 1e-10, gtol: off, starts: 20 }",
    section: "Solver",
  },
  block: { syntax: optionBlock, items: ({ options }) => (options.length === 0 ? null : options) },
  parse(p) {
    p.CONSUME(Solver);
    p.CONSUME(t.Name);
    p.OPTION(() => p.block(optionBlock));
  },
  build: (cst, parts, block) => ({ name: parts.name(cst), options: block?.items ?? [] }),
  print: ({ name }) => `solver ${printName(name)}`,
};

import type { IToken } from "chevrotain";
import { tokensOf, toName } from "../cst.js";
import type { Declaration, Expr, Name } from "../nodes.js";
import { printExpr, printName } from "../print-expression.js";
import * as t from "../tokens.js";
import type { StatementSyntax } from "./statement-syntax.js";

/** `fn f(x, y) = x * y` */
export interface FnDecl extends Declaration {
  readonly kind: "fn";
  readonly name: Name;
  readonly params: readonly Name[];
  readonly body: Expr;
}

const Fn = t.statementWord("fn");

export const fn: StatementSyntax<FnDecl> = {
  kind: "fn",
  keywords: [Fn],
  documented: true,
  explained: {
    form: "fn NAME(ARGUMENT, ...) = EXPRESSION",
    what: "A function of your own. Each call is replaced by the expression, so a function cannot call itself; inside a model it can use parameters and columns too.",
    example: "fn peak(x, m, w) = exp(-((x - m) / w)^2)",
    section: "Names for expressions",
  },
  canFollowKeyword: (next, afterNext) => t.isName(next) && afterNext === t.LParen,
  parse(p) {
    p.CONSUME(Fn);
    p.CONSUME(t.Name);
    p.CONSUME(t.LParen);
    p.MANY_SEP({ SEP: t.Comma, DEF: () => p.CONSUME2(t.Name, { LABEL: "parameter" }) });
    p.CONSUME(t.RParen);
    p.CONSUME(t.Equals);
    p.SUBRULE(p.expr);
  },
  build: (cst, parts) => ({
    name: parts.name(cst),
    params: tokensOf(cst, "parameter").map(toName),
    body: parts.expr(cst),
  }),
  print({ name, params, body }) {
    return `fn ${printName(name)}(${params.map((param) => printName(param)).join(", ")}) = ${printExpr(body)}`;
  },
  recover: (name, rest, error) => ({ name, params: parametersIn(rest), body: error }),
};

/** The names between the parentheses after the function's name, as far as they can be read. */
function parametersIn([open, ...rest]: readonly IToken[]): readonly Name[] {
  if (open?.tokenType !== t.LParen) return [];
  const close = rest.findIndex(({ tokenType }) => tokenType === t.RParen);
  return (close < 0 ? rest : rest.slice(0, close)).filter(({ tokenType }) => t.isName(tokenType)).map(toName);
}

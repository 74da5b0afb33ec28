import type { TokenType } from "chevrotain";
import type { Explained } from "../explained.js";
import type { Declaration, Expr, Name, UnitExpr } from "../nodes.js";
import { printExpr, printTyped } from "../print-expression.js";
import * as t from "../tokens.js";
import type { StatementSyntax } from "./statement-syntax.js";

/** A name for the value of an expression, as declared by `const`, `let` and `derive`. */
export interface NamedValue extends Declaration {
  readonly name: Name;
  readonly unit: UnitExpr | null;
  readonly value: Expr;
}

/** The syntax of `keyword name: unit = value`. */
export function namedValue<Kind extends string>(
  kind: Kind,
  explained: Pick<Explained, "what" | "example">,
): StatementSyntax<NamedValue & { readonly kind: Kind }> {
  const keyword: TokenType = t.statementWord(kind);
  return {
    kind,
    keywords: [keyword],
    documented: true,
    explained: { form: `${kind} NAME[: UNIT] = EXPRESSION`, section: "Names for expressions", ...explained },
    parse(p) {
      p.CONSUME(keyword);
      p.SUBRULE(p.typed);
      p.CONSUME(t.Equals);
      p.SUBRULE(p.expr);
    },
    build: (cst, parts) => ({ ...parts.typedName(cst), value: parts.expr(cst) }),
    print: (node) => `${kind} ${printTyped(node)} = ${printExpr(node.value)}`,
    recover: (name, _, error) => ({ name, unit: null, value: error }),
  };
}

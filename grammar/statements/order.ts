import type { Declaration, NameExpr } from "../nodes.js";
import { printExpr } from "../print-expression.js";
import * as t from "../tokens.js";
import type { StatementSyntax } from "./statement-syntax.js";

/** `order c1 < c2 < c3`: at least two names. */
export interface OrderStmt extends Declaration {
  readonly kind: "order";
  readonly params: readonly NameExpr[];
}

const Order = t.statementWord("order");

export const order: StatementSyntax<OrderStmt> = {
  kind: "order",
  keywords: [Order],
  documented: true,
  explained: {
    form: "order PARAMETER < PARAMETER [< ...]",
    what: "Keeps parameters in this order, such as the centres of peaks that could swap their names. Their start values must be in this order, and all must have the same bounds, or none.",
    example: "order c1 < c2 < c3",
    section: "What is known beforehand",
  },
  parse(p) {
    p.CONSUME(Order);
    p.SUBRULE(p.reference);
    p.AT_LEAST_ONE({
      DEF: () => {
        p.CONSUME(t.Less);
        p.SUBRULE2(p.reference);
      },
      ERR_MSG: "'<'",
    });
  },
  build: (cst, parts) => ({ params: parts.references(cst) }),
  print: ({ params }) => `order ${params.map((param) => printExpr(param)).join(" < ")}`,
  help: (expected) => (expected === "'<'" ? "write the smaller name first: 'order a < b < c'" : null),
};

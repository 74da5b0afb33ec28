import type { Declaration, TypedName } from "../nodes.js";
import { printTyped } from "../print-expression.js";
import * as t from "../tokens.js";
import type { StatementSyntax } from "./statement-syntax.js";

/** `input t: s, y` */
export interface InputDecl extends Declaration {
  readonly kind: "input";
  readonly columns: readonly TypedName[];
}

const Input = t.statementWord("input");

export const input: StatementSyntax<InputDecl> = {
  kind: "input",
  keywords: [Input],
  documented: true,
  explained: {
    form: "input NAME[: UNIT], ...",
    what: "The columns of a model without a file: the calling program passes them to `fit`.",
    example: "input x, y: V",
    section: "Data",
  },
  parse(p) {
    p.CONSUME(Input);
    p.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => p.SUBRULE(p.typed), ERR_MSG: "a name" });
  },
  build: (cst, parts) => ({ columns: parts.typedNames(cst) }),
  print: ({ columns }) => `input ${columns.map((column) => printTyped(column)).join(", ")}`,
  units: ({ columns }) => columns.map(({ unit }) => unit),
};

import { must, token, toStringLiteral } from "../cst.js";
import type { Declaration, Scale, StringLiteral } from "../nodes.js";
import { printScale, printString } from "../print-expression.js";
import * as t from "../tokens.js";
import type { StatementSyntax } from "./statement-syntax.js";

/** `covariance "C.csv" absolute` */
export interface CovarianceStmt extends Declaration {
  readonly kind: "covariance";
  readonly path: StringLiteral;
  /** Null if the word is left out, which means `absolute`. */
  readonly scale: Scale;
}

const Covariance = t.statementWord("covariance");

export const covariance: StatementSyntax<CovarianceStmt> = {
  kind: "covariance",
  keywords: [Covariance],
  documented: true,
  explained: {
    form: 'covariance "FILE" [absolute | relative]',
    what: "The covariance matrix of the observations, if their errors are correlated: a file with one line for each row of the data. It replaces sigma; the fit minimises r' C^-1 r.",
    example: 'covariance "C.csv" absolute',
    section: "Correlated errors",
  },
  canFollowKeyword: (next) => next === t.StringText,
  parse(p) {
    p.CONSUME(Covariance);
    p.CONSUME(t.StringText);
    p.OPTION(() => p.SUBRULE(p.scaleWord));
  },
  build: (cst, parts) => ({ path: toStringLiteral(must(token(cst, t.StringText.name))), scale: parts.scale(cst) }),
  print: ({ path, scale }) => `covariance ${printString(path)}${printScale(scale)}`,
};

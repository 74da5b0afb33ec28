import { type NamedValue, namedValue } from "./named-value.js";
import type { StatementSyntax } from "./statement-syntax.js";

export interface LetDecl extends NamedValue {
  readonly kind: "let";
}

export const letStatement: StatementSyntax<LetDecl> = namedValue("let", {
  what: "A name for a part of the model: an expression of columns, parameters, constants and reductions of the data.",
  example: "let shifted = t - t0",
});

import { type NamedValue, namedValue } from "./named-value.js";
import type { StatementSyntax } from "./statement-syntax.js";

export interface LetDecl extends NamedValue {
  readonly kind: "let";
}

export const letStatement: StatementSyntax<LetDecl> = namedValue("let");

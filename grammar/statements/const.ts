import { type NamedValue, namedValue } from "./named-value.js";
import type { StatementSyntax } from "./statement-syntax.js";

export interface ConstDecl extends NamedValue {
  readonly kind: "const";
}

export const constant: StatementSyntax<ConstDecl> = namedValue("const");

import { type NamedValue, namedValue } from "./named-value.js";
import type { StatementSyntax } from "./statement-syntax.js";

export interface DeriveDecl extends NamedValue {
  readonly kind: "derive";
}

export const derive: StatementSyntax<DeriveDecl> = namedValue("derive");

import { type NamedValue, namedValue } from "./named-value.js";
import type { StatementSyntax } from "./statement-syntax.js";

export interface DeriveDecl extends NamedValue {
  readonly kind: "derive";
}

export const derive: StatementSyntax<DeriveDecl> = namedValue("derive", {
  what: "A quantity that follows from the parameters. It is reported with a standard error, and the model can use it.",
  example: "derive tau = 1 / k",
});

import { type NamedValue, namedValue } from "./named-value.js";
import type { StatementSyntax } from "./statement-syntax.js";

export interface ConstDecl extends NamedValue {
  readonly kind: "const";
}

export const constant: StatementSyntax<ConstDecl> = namedValue("const", {
  what: "A number with a name. It is known when the model is compiled, and can be used by all models of the file if it is outside of them.",
  example: "const g: m/s^2 = 9.81",
});

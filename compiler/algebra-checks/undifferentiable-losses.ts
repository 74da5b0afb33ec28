import { type Diagnostic, DiagnosticBag } from "../../diagnostics/index.js";
import type { DerivedModel } from "../derive/derive-model.js";
import { algebraMessages } from "./messages.js";

/** Reports losses whose second derivative is not known. */
export function undifferentiableLosses({ model, statements }: DerivedModel): readonly Diagnostic[] {
  const bag = new DiagnosticBag(model.source);
  for (const [index, { lossDerivatives }] of statements.entries()) {
    const lacking = lossDerivatives?.lacking ?? null;
    const loss = model.statements[index]?.loss;
    if (lacking !== null && loss?.kind === "custom") {
      bag.report(algebraMessages.lossNotTwiceDifferentiable({ name: lacking }), loss.rho.span);
    }
  }
  return bag.sorted();
}

import { type Diagnostic, DiagnosticBag } from "../../diagnostics/index.js";
import { analysisMessages } from "../analyze/index.js";
import type { SeparatedModel } from "../separate/separate-model.js";

/**
 * Reports parameters that have no start value and are not among the linear parameters, which need
 * none.
 */
export function missingStarts({ model, linearity, linear }: SeparatedModel): readonly Diagnostic[] {
  const bag = new DiagnosticBag(model.source);
  for (const { name, index, lower } of model.startless) {
    if (linear.has(index)) continue;
    const partner = [...linear].find((other) => linearity.multiplied.get(index)?.has(other));
    const other =
      linearity.nonlinear.has(index) || partner === undefined ? undefined : model.params[partner]?.name.text;
    const bounds = lower === null ? "" : ", and its bounds are not both finite";
    const why = other === undefined ? bounds : `, and the model is linear in it only for a given '${other}'`;
    bag.report(analysisMessages.noStartValue({ name: name.text, why }), name.span);
  }
  return bag.sorted();
}

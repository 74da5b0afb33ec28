import { type Diagnostic, DiagnosticBag, type StageResult } from "../../diagnostics/index.js";
import { analysisMessages } from "../analyze/messages/index.js";
import { identify } from "../identify/identify.js";
import { algebraMessages } from "../messages.js";
import type { CheckedModel } from "../model/checked-model.js";
import { type DerivedModel, deriveModel } from "./derive-model.js";
import type { ModelKernels } from "./kernel.js";
import { kernelsOf } from "./schedule-model.js";

export { type DerivedModel, deriveModel, type Gradient, type StatementDerivatives } from "./derive-model.js";
export type { Kernel, ModelKernels, Store, Subexpression } from "./kernel.js";

/** A checked model as scheduled kernels: lowered, differentiated, simplified and scheduled, with what its algebra warns of. */
export function scheduleModel(model: CheckedModel): StageResult<ModelKernels> {
  const derived = deriveModel(model);
  return { value: kernelsOf(model, derived), diagnostics: algebraDiagnostics(model, derived) };
}

/** What {@link scheduleModel} reports of a model, without its kernels. */
export function checkAlgebra(model: CheckedModel): readonly Diagnostic[] {
  return algebraDiagnostics(model, deriveModel(model));
}

function algebraDiagnostics(model: CheckedModel, derived: DerivedModel): readonly Diagnostic[] {
  return [...withoutStart(model, derived), ...undifferentiableLosses(model, derived), ...identify(model, derived)];
}

/** Parameters without a start value, which does not follow from the others either. */
function withoutStart(model: CheckedModel, { separability }: DerivedModel): readonly Diagnostic[] {
  const { linearity, linear } = separability;
  const bag = new DiagnosticBag(model.source);
  for (const { name, index, lower } of model.startless) {
    if (linear.has(index)) continue;
    const partner = [...linear].find((other) => linearity.multiplied.get(index)?.has(other));
    const other =
      linearity.nonlinear.has(index) || partner === undefined ? undefined : model.params[partner]?.name.text;
    const bounds = lower === null ? "" : ", and its bounds are not both finite";
    const why = other === undefined ? bounds : `, and the model is linear in it only where '${other}' is given`;
    bag.report(analysisMessages.noStartValue({ name: name.text, why }), name.span);
  }
  return bag.sorted();
}

function undifferentiableLosses(model: CheckedModel, derived: DerivedModel): readonly Diagnostic[] {
  const bag = new DiagnosticBag(model.source);
  for (const [index, { lacking }] of derived.statements.entries()) {
    const loss = model.statements[index]?.loss;
    if (lacking !== null && loss?.kind === "custom")
      bag.report(algebraMessages.lossNotTwiceDifferentiable({ name: lacking }), loss.rho.span);
  }
  return bag.sorted();
}

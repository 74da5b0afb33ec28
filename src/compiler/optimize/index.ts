import { type Diagnostic, DiagnosticBag, type StageResult } from "../../diagnostics/index.js";
import type { CheckedModel } from "../analyze/model.js";
import { identify } from "../identify/identify.js";
import { algebraMessages } from "../messages.js";
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
  return [...undifferentiableLosses(model, derived), ...identify(model, derived)];
}

function undifferentiableLosses(model: CheckedModel, derived: DerivedModel): readonly Diagnostic[] {
  const bag = new DiagnosticBag(model.source);
  for (const [index, { lacking }] of derived.statements.entries()) {
    const loss = model.statements[index]?.loss;
    if (lacking !== null && loss?.kind === "custom")
      bag.report(algebraMessages.FIT3026({ name: lacking }), loss.rho.span);
  }
  return bag.sorted();
}

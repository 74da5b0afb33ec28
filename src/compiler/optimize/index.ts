import type { Diagnostic, StageResult } from "../../diagnostics/index.js";
import type { CheckedModel } from "../analyze/model.js";
import { identify } from "../identify/identify.js";
import { deriveModel } from "./derive-model.js";
import type { ModelKernels } from "./kernel.js";
import { kernelsOf } from "./schedule-model.js";

export { type DerivedModel, deriveModel, type Gradient, type StatementDerivatives } from "./derive-model.js";
export type { Kernel, ModelKernels, Store, Subexpression } from "./kernel.js";

/** A checked model as scheduled kernels: lowered, differentiated, simplified and scheduled, with what its algebra warns of. */
export function scheduleModel(model: CheckedModel): StageResult<ModelKernels> {
  const derived = deriveModel(model);
  return { value: kernelsOf(model, derived), diagnostics: identify(model, derived) };
}

/** What the algebra of a model warns of, as {@link scheduleModel} does too, without its kernels. */
export function checkAlgebra(model: CheckedModel): readonly Diagnostic[] {
  return identify(model, deriveModel(model));
}

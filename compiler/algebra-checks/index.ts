import type { Diagnostic } from "../../diagnostics/index.js";
import type { SimplifiedModel } from "../simplify/simplify-model.js";
import { defaultStarts } from "./default-starts.js";
import { indistinguishableParameters } from "./indistinguishable-parameters.js";
import { undifferentiableLosses } from "./undifferentiable-losses.js";

/** Reports the problems of a model that only its algebra shows. */
export function checkAlgebra(model: SimplifiedModel): readonly Diagnostic[] {
  return [...defaultStarts(model), ...undifferentiableLosses(model), ...indistinguishableParameters(model)];
}

import type { ExprId } from "../ir/pool.js";
import type { SeparatedModel } from "../separate/separate-model.js";
import { runPasses } from "./passes.js";

/** A model and what the passes made of its expressions, which stay as they were. */
export interface SimplifiedModel extends SeparatedModel {
  /** The simplified form of an expression that the model computes, or of a subexpression of one. */
  readonly simplified: (id: ExprId) => ExprId;
}

/** Simplifies a model: one run of the passes over all that it will compute, so that equal expressions stay one. */
export function simplifyModel(separated: SeparatedModel): SimplifiedModel {
  const simplified = runPasses(separated.pool, rootsOf(separated));
  return {
    ...separated,
    simplified: (id) => {
      const found = simplified.get(id);
      if (found === undefined) throw new Error("fitc bug: an expression was not simplified");
      return found;
    },
  };
}

function rootsOf(model: SeparatedModel): readonly ExprId[] {
  const { pool, statements, params, derives, deriveGradients, separation, keep, origins, letNames } = model;
  const roots: ExprId[] = [...origins.keys(), ...letNames.keys(), ...derives];
  for (const { scaled, raw, observed, predicted, noise } of statements) {
    roots.push(scaled, raw, predicted);
    if (observed !== null) roots.push(observed);
    if (noise !== null) roots.push(noise);
  }
  for (const { scaledGradient, predictedGradient, lossDerivatives } of statements) {
    roots.push(...scaledGradient.values(), ...predictedGradient.values(), ...(lossDerivatives?.rho ?? []));
  }
  for (const gradient of deriveGradients) roots.push(...gradient.values());
  for (const column of separation?.columns.flat() ?? []) if (column !== null) roots.push(column);
  for (const { start, lower, upper } of params) roots.push(start, lower, upper);
  if (keep !== null) roots.push(keep);
  // What every kernel may store whatever the model is.
  roots.push(pool.constant(0), pool.constant(1));
  return roots;
}

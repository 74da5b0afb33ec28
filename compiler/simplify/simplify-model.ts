import type { ExprId } from "../ir/pool.js";
import { kernelsOf } from "../plan/kernel-table.js";
import type { PlannedModel } from "../plan/plan-model.js";
import { runPasses } from "./passes.js";

/** A model and what the passes made of its expressions, which stay as they were. */
export interface SimplifiedModel extends PlannedModel {
  /** The simplified form of an expression that a kernel stores, or of a subexpression of one. */
  readonly simplified: (id: ExprId) => ExprId;
}

/** Simplifies a model: one run of the passes over all that its kernels store, so that equal expressions stay one. */
export function simplifyModel(planned: PlannedModel): SimplifiedModel {
  const { pool, plan, origins, letNames } = planned;
  const stored = kernelsOf(plan).flatMap(({ value }) => value.map((store) => store.value));
  const simplified = runPasses(pool, [...origins.keys(), ...letNames.keys(), ...stored]);
  return {
    ...planned,
    simplified: (id) => {
      const found = simplified.get(id);
      if (found === undefined) throw new Error("fitc bug: an expression was not simplified");
      return found;
    },
  };
}

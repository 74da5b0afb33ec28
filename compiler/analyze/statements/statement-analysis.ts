import type { Statement } from "../../../grammar/index.js";
import type { CheckedStatement } from "../../model/checked-model.js";
import type { ModelContext, Rule } from "../context.js";
import type { Declarations } from "../resolve/declare.js";
import type { Resolution } from "../resolve/scope.js";
import type { Site } from "../site.js";
import type { UnitEquations } from "../solve-units/unit-equations.js";

/** The analysis of one kind of statement. */
export interface StatementAnalysis<S extends Statement> {
  /** All expressions of the statement. Names are resolved only in these. */
  sites(statement: S, declarations: Declarations): readonly Site[];
  /**
   * What it demands of the units of its expressions; that of residuals, which depends on the noise
   * of the model, is in `solve-units/collect.ts`.
   */
  units?(statement: S, equations: UnitEquations, resolution: Resolution): void;
  /** The rules for statements of this kind in a model, one for each kind of problem. */
  readonly rules?: readonly Rule<ModelContext>[];
  /**
   * The residual that the statement adds.
   *
   * @param absolute whether the standard deviations of the data are absolute
   */
  residual?(statement: S, absolute: boolean): CheckedStatement;
}

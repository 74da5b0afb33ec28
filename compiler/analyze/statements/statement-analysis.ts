import type { Statement } from "../../../grammar/index.js";
import type { CheckedStatement } from "../../model/checked-model.js";
import type { ModelContext, Rule } from "../context.js";
import type { Declarations } from "../resolve/declare.js";
import type { Site } from "../site.js";
import type { UnitChecker } from "../units/infer.js";

/** What the analysis knows of one kind of statement. */
export interface StatementAnalysis<S extends Statement> {
  /** Its expressions. One that is not among them is never resolved. */
  sites(statement: S, declarations: Declarations): readonly Site[];
  /** Infers the units of its expressions, and demands that they fit together. */
  units?(statement: S, units: UnitChecker): void;
  /** What can be wrong with the statements of this kind in a model, each problem a rule. */
  readonly rules?: readonly Rule<ModelContext>[];
  /**
   * The residual that it adds.
   *
   * @param absolute whether the standard deviations of the data are known in absolute terms
   */
  residual?(statement: S, absolute: boolean): CheckedStatement;
}

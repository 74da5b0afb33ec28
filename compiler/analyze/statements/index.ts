import type { ModelDecl, Statement } from "../../../grammar/index.js";
import type { CheckedStatement } from "../../model/checked-model.js";
import type { ModelContext, Rule } from "../context.js";
import type { Declarations } from "../resolve/declare.js";
import type { Resolution } from "../resolve/scope.js";
import type { Site } from "../site.js";
import type { UnitEquations } from "../solve-units/unit-equations.js";
import { covariance } from "./covariance.js";
import { data } from "./data.js";
import { fit } from "./fit.js";
import { loss } from "./loss.js";
import { noise } from "./noise.js";
import { order } from "./order.js";
import { param } from "./param.js";
import { prior } from "./prior.js";
import { residual } from "./residual.js";
import { solver } from "./solver.js";
import type { StatementAnalysis } from "./statement-analysis.js";

/**
 * For statements without expressions of their own to check: definitions are resolved before the
 * other statements, and columns contain no expressions.
 */
const nothing: StatementAnalysis<Statement> = { sites: () => [] };

/** By the kind of the statement's node. */
const analyses: { readonly [K in Statement["kind"]]: StatementAnalysis<Extract<Statement, { readonly kind: K }>> } = {
  param,
  data,
  input: nothing,
  const: nothing,
  let: nothing,
  derive: nothing,
  fn: nothing,
  fit,
  residual,
  prior,
  order,
  covariance,
  noise,
  loss,
  solver,
  later: nothing,
  error: nothing,
};

function analysisOf<S extends Statement>(statement: S): StatementAnalysis<S> {
  // The table pairs each kind with its analysis, but the type checker cannot see that.
  return analyses[statement.kind] as unknown as StatementAnalysis<S>;
}

/** The expressions of a model's statements, parameters first. */
export function statementSites({ body }: ModelDecl, declarations: Declarations): readonly Site[] {
  const params = body.filter((statement) => statement.kind === "param");
  const others = body.filter((statement) => statement.kind !== "param");
  return [...params, ...others].flatMap((statement) => analysisOf(statement).sites(statement, declarations));
}

/** The residuals added by statements other than `fit` and `residual`, in the order of the text. */
export function addedResiduals({ body }: ModelDecl, absolute: boolean): readonly CheckedStatement[] {
  return body.flatMap((statement) => analysisOf(statement).residual?.(statement, absolute) ?? []);
}

/** What a statement demands of the units of its expressions. */
export function unitsOfStatement(statement: Statement, equations: UnitEquations, resolution: Resolution): void {
  analysisOf(statement).units?.(statement, equations, resolution);
}

/** The rules of all kinds of statements. */
export const statementRules: readonly Rule<ModelContext>[] = [
  ...new Set(Object.values(analyses).flatMap(({ rules }) => rules ?? [])),
];

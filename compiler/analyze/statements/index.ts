import type { ModelDecl, Statement } from "../../../grammar/index.js";
import type { CheckedStatement } from "../../model/checked-model.js";
import type { ModelContext, Rule } from "../context.js";
import type { Declarations } from "../resolve/declare.js";
import type { Site } from "../site.js";
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

/** Definitions are resolved before the rest, and columns hold no expression. */
const nothing: StatementAnalysis<Statement> = { sites: () => [] };

/** By kind. */
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
  // A kind and its analysis belong together, which an index cannot tell the type checker.
  return analyses[statement.kind] as unknown as StatementAnalysis<S>;
}

/** The expressions of a model's statements, parameters first. */
export function statementSites({ body }: ModelDecl, declarations: Declarations): readonly Site[] {
  const params = body.filter((statement) => statement.kind === "param");
  const others = body.filter((statement) => statement.kind !== "param");
  return [...params, ...others].flatMap((statement) => analysisOf(statement).sites(statement, declarations));
}

/** The residuals that statements other than `fit` and `residual` add, in the order of the text. */
export function addedResiduals({ body }: ModelDecl, absolute: boolean): readonly CheckedStatement[] {
  return body.flatMap((statement) => analysisOf(statement).residual?.(statement, absolute) ?? []);
}

/** Units fit together in every statement; those of definitions are checked when names are resolved. */
function unitsOfStatements({ ast, units }: ModelContext): void {
  for (const statement of ast.body) analysisOf(statement).units?.(statement, units);
}

/** What is looked for in a model, statement by statement. */
export const statementRules: readonly Rule<ModelContext>[] = [
  unitsOfStatements,
  ...new Set(Object.values(analyses).flatMap(({ rules }) => rules ?? [])),
];

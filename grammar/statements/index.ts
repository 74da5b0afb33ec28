import { constant } from "./const.js";
import { covariance } from "./covariance.js";
import { data } from "./data.js";
import { derive } from "./derive.js";
import { fit } from "./fit.js";
import { fn } from "./fn.js";
import { input } from "./input.js";
import { letStatement } from "./let.js";
import { loss } from "./loss.js";
import { noise } from "./noise.js";
import { order } from "./order.js";
import { param } from "./param.js";
import { prior } from "./prior.js";
import { residual } from "./residual.js";
import { solver } from "./solver.js";
import type { StatementSyntax } from "./statement-syntax.js";

export type * from "./const.js";
export type * from "./covariance.js";
export type * from "./data.js";
export type * from "./derive.js";
export type * from "./fit.js";
export type * from "./fn.js";
export type * from "./input.js";
export type * from "./let.js";
export type * from "./loss.js";
export type * from "./noise.js";
export type * from "./noise-block.js";
export type * from "./order.js";
export type * from "./param.js";
export type * from "./prior.js";
export type * from "./residual.js";
export type * from "./solver.js";

/** The statements of a model, in the order of the grammar. */
export const statements = [
  data,
  input,
  constant,
  param,
  letStatement,
  derive,
  fn,
  fit,
  residual,
  prior,
  order,
  covariance,
  noise,
  loss,
  solver,
] as const;
/** The statements that may also appear outside the models of a file; all its models share them. */
export const fileStatements = [constant, fn] as const;
/** Words reserved for statements of a later version. */
export const laterWords: ReadonlySet<string> = new Set(["expect", "group", "component", "use", "import", "ode"]);

type NodeOf<Syntax> = Syntax extends StatementSyntax<infer Node> ? Node : never;

export type ModelStatement = NodeOf<(typeof statements)[number]>;
export type FileStatement = NodeOf<(typeof fileStatements)[number]>;

import type { BlockItem, FitStmt, LossStmt, ModelDecl, NoiseStmt, ResidualStmt } from "../../../grammar/index.js";
import type { Dependences } from "./dependence.js";

/**
 * A `fit` or `residual` with the noise and the loss that apply to it: its own, or else those of the
 * model.
 */
export interface EffectiveStatement {
  readonly ast: FitStmt | ResidualStmt;
  /** `row` if the statement uses a column, `once` if not. */
  readonly rate: "row" | "once";
  readonly noise: NoiseStmt | null;
  readonly loss: LossStmt | null;
}

export function effectiveStatements(model: ModelDecl, dependences: Dependences): readonly EffectiveStatement[] {
  const shared = noiseOf(model.body.filter((statement) => isBlockItem(statement)));
  return model.body
    .filter((statement) => statement.kind === "fit" || statement.kind === "residual")
    .map((ast) => {
      const own = noiseOf(ast.noise?.items ?? []);
      const sides = ast.kind === "fit" ? [ast.observed, ast.predicted] : [ast.value];
      const rate = sides.some((side) => dependences.of(side).column !== null) ? "row" : "once";
      return { ast, rate, noise: own.noise ?? shared.noise, loss: own.loss ?? shared.loss };
    });
}

/**
 * Whether a statement may also be in the block of a `fit`. In the model it applies to all
 * statements.
 */
function isBlockItem(statement: { readonly kind: string }): statement is NoiseStmt | LossStmt {
  return statement.kind === "noise" || statement.kind === "loss";
}

/** The first noise and the first loss of a block; a rule reports further ones. */
function noiseOf(items: readonly BlockItem[]): Pick<EffectiveStatement, "noise" | "loss"> {
  return {
    noise: items.find((item) => item.kind === "noise") ?? null,
    loss: items.find((item) => item.kind === "loss") ?? null,
  };
}

/**
 * The items about noise and loss: those of the model, and those of each `fit` and `residual` with a
 * block of its own.
 */
export function noiseBlocks(model: ModelDecl): readonly (readonly BlockItem[])[] {
  const own = model.body.flatMap((statement) =>
    (statement.kind === "fit" || statement.kind === "residual") && statement.noise !== null
      ? [statement.noise.items]
      : [],
  );
  return [model.body.filter((statement) => isBlockItem(statement)), ...own];
}

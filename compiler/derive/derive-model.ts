import type { LoweredModel, LoweredStatement } from "../ir/lower.js";
import type { ExprId } from "../ir/pool.js";
import { gradient } from "./gradient.js";
import { type LossDerivatives, lossDerivatives } from "./loss-derivatives.js";

/** A model with its derivatives, in the same pool. */
export interface DerivedModel extends LoweredModel {
  /** The free parameters, as indices into the model's parameters. */
  readonly free: readonly number[];
  readonly statements: readonly DerivedStatement[];
  /** One for each derived quantity. */
  readonly deriveGradients: readonly Gradient[];
}

/**
 * Derivatives with respect to the free parameters, keyed by position in `free`; structural zeros
 * are absent.
 */
export type Gradient = ReadonlyMap<number, ExprId>;

export interface DerivedStatement extends LoweredStatement {
  /** The gradient of the scaled residual. */
  readonly scaledGradient: Gradient;
  /** The gradient of the prediction of a `fit` statement; empty for other statements. */
  readonly predictedGradient: Gradient;
  /** Null if the loss is linear. */
  readonly lossDerivatives: LossDerivatives | null;
}

const noGradient: Gradient = new Map();

/**
 * Differentiates the residuals, predictions and derived quantities of a model with respect to its
 * free parameters, and differentiates its losses.
 */
export function deriveModel(lowered: LoweredModel): DerivedModel {
  const { model, pool } = lowered;
  const free = model.params.flatMap((param) => (param.fixed ? [] : [param.index]));
  const leaves = free.map((index) => pool.param(index));
  const gradientOf = (id: ExprId): Gradient => {
    const found = gradient(pool, id, leaves);
    const byPosition = new Map<number, ExprId>();
    for (const [position, leaf] of leaves.entries()) {
      const derivative = found.get(leaf);
      if (derivative !== undefined) byPosition.set(position, derivative);
    }
    return byPosition;
  };
  const statements = lowered.statements.map(
    (statement, index): DerivedStatement => ({
      ...statement,
      scaledGradient: gradientOf(statement.scaled),
      predictedGradient: model.statements[index]?.kind === "fit" ? gradientOf(statement.predicted) : noGradient,
      lossDerivatives: statement.rho === null ? null : lossDerivatives(pool, statement.rho),
    }),
  );
  return { ...lowered, free, statements, deriveGradients: lowered.derives.map(gradientOf) };
}

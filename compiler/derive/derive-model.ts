import type { LoweredModel, LoweredStatement } from "../ir/lower.js";
import type { ExprId } from "../ir/pool.js";
import { type Derivatives, gradient, gradients } from "./gradient.js";
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
  const position = new Map(leaves.map((leaf, index) => [leaf, index]));
  const byPosition = (found: Derivatives): Gradient =>
    new Map(
      [...found]
        .map(([leaf, derivative]) => [position.get(leaf) as number, derivative] as const)
        .sort(([a], [b]) => a - b),
    );
  const scaledDerivatives = gradients(
    pool,
    lowered.statements.map(({ scaled }) => scaled),
    leaves,
  );
  const statements = lowered.statements.map(
    (statement, index): DerivedStatement => ({
      ...statement,
      scaledGradient: byPosition(scaledDerivatives(statement.scaled)),
      // Each prediction is a kernel of its own, which has nothing in common with others.
      predictedGradient:
        model.statements[index]?.kind === "fit" ? byPosition(gradient(pool, statement.predicted, leaves)) : noGradient,
      lossDerivatives: statement.rho === null ? null : lossDerivatives(pool, statement.rho),
    }),
  );
  const derived = gradients(pool, lowered.derives, leaves);
  return { ...lowered, free, statements, deriveGradients: lowered.derives.map((id) => byPosition(derived(id))) };
}

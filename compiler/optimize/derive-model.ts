import { gradient } from "../derive/gradient.js";
import { type LoweredModel, lowerModel } from "../ir/lower.js";
import type { ExprId } from "../ir/pool.js";
import type { CheckedModel } from "../model/checked-model.js";
import { type Separability, type Separation, separateModel } from "../separate/index.js";
import { lossDerivatives } from "./loss-kernel.js";
import { runPasses } from "./passes.js";

/** A model with all its derivatives, simplified: what the kernels are scheduled from. */
export interface DerivedModel {
  readonly lowered: LoweredModel;
  /** Indices into the model's parameters of those that are not fixed. */
  readonly free: readonly number[];
  /** For each statement. */
  readonly statements: readonly StatementDerivatives[];
  /** For each derived quantity, by position in `free`. */
  readonly derives: readonly Gradient[];
  readonly separability: Separability;
  /** What the passes made of each expression of the lowered model and of its derivatives. */
  readonly simplified: (id: ExprId) => ExprId;
}

/** Derivatives by position in `free`; a structural zero is absent. Not yet simplified. */
export type Gradient = ReadonlyMap<number, ExprId>;

export interface StatementDerivatives {
  /** Of the scaled residual. */
  readonly scaled: Gradient;
  /** Of what a `fit` predicts. */
  readonly predicted: Gradient;
  /** rho, rho' and rho'' of the variable `z`; null where the loss is linear. */
  readonly rho: readonly [ExprId, ExprId, ExprId] | null;
  /** The function in rho' whose derivative is not known, so that rho'' is missing; null where there is none. */
  readonly lacking: string | null;
}

const linear = { rho: null, lacking: null } as const;

/** Lowers, differentiates and simplifies a model: one run of the passes over all that it will compute. */
export function deriveModel(model: CheckedModel): DerivedModel {
  const lowered = lowerModel(model);
  const { pool } = lowered;
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
  const statements = lowered.statements.map((statement, index): StatementDerivatives => {
    const scaled = gradientOf(statement.scaled);
    const predicted =
      model.statements[index]?.kind === "fit" ? gradientOf(statement.predicted) : new Map<number, ExprId>();
    return { scaled, predicted, ...(statement.rho === null ? linear : lossDerivatives(pool, statement.rho)) };
  });
  const derives = lowered.derives.map(gradientOf);
  const startless = new Set([...model.startless].map(({ index }) => index));
  const gradients = statements.map(({ scaled }) => scaled);
  const separability = separateModel(lowered, free, startless, gradients);
  const simplified = runPasses(pool, rootsOf(lowered, statements, derives, separability.separation));
  return {
    lowered,
    free,
    statements,
    derives,
    separability,
    simplified: (id) => {
      const found = simplified.get(id);
      if (found === undefined) throw new Error("fitc bug: an expression was not simplified");
      return found;
    },
  };
}

function rootsOf(
  lowered: LoweredModel,
  statements: readonly StatementDerivatives[],
  derives: readonly Gradient[],
  separation: Separation | null,
): readonly ExprId[] {
  const roots: ExprId[] = [...lowered.origins.keys(), ...lowered.letNames.keys(), ...lowered.derives];
  for (const { scaled, raw, observed, predicted, noise } of lowered.statements) {
    roots.push(scaled, raw, predicted);
    if (observed !== null) roots.push(observed);
    if (noise !== null) roots.push(noise);
  }
  for (const { scaled, predicted, rho } of statements) {
    roots.push(...scaled.values(), ...predicted.values(), ...(rho ?? []));
  }
  for (const derivatives of derives) roots.push(...derivatives.values());
  for (const column of separation?.columns.flat() ?? []) if (column !== null) roots.push(column);
  for (const { start, lower, upper } of lowered.params) roots.push(start, lower, upper);
  if (lowered.keep !== null) roots.push(lowered.keep);
  // What every kernel may store whatever the model is.
  roots.push(lowered.pool.constant(0), lowered.pool.constant(1));
  return roots;
}

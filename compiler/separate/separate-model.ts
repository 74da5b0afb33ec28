import type { DerivedModel } from "../derive/derive-model.js";
import { type Linearity, largestLinearSet, linearityOf } from "./linearity.js";
import { type Separation, separate } from "./separate.js";

/** A model and the parameters in which it is linear, by index. */
export interface SeparatedModel extends DerivedModel {
  readonly linearity: Linearity;
  /** The chosen set of linear parameters. */
  readonly linear: ReadonlySet<number>;
  /**
   * The residuals separated by these parameters; null if the model is emitted without a separation.
   */
  readonly separation: Separation | null;
}

/**
 * The largest number of columns of a separation, relative to those of the Jacobian and the
 * residual: every module contains it.
 */
const maxColumns = 4;

/**
 * Separates a model. If some parameters have no start values, it always does so. Otherwise the
 * separation only serves fits that fail, and is left out if no fit would use it, because the loss
 * is not linear, or if it would make up most of the module.
 */
export function separateModel(derived: DerivedModel): SeparatedModel {
  const { model, pool, free, statements } = derived;
  const startless = new Set([...model.startless].map(({ index }) => index));
  const residuals = statements.map(({ scaled }) => scaled);
  const linearity = linearityOf(pool, residuals, free);
  const linear = largestLinearSet(linearity, free, (index) => startless.has(index));
  const robust = statements.some(({ rho }) => rho !== null);
  if (linear.size === 0 || (robust && startless.size === 0)) return { ...derived, linearity, linear, separation: null };
  const separation = separate(derived, linear);
  const affordable = startless.size > 0 || separation.columnCount <= maxColumns * (free.length + 1);
  return { ...derived, linearity, linear, separation: affordable ? separation : null };
}

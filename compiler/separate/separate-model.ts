import type { DerivedModel } from "../derive/derive-model.js";
import { type Linearity, largestLinearSet, linearityOf } from "./linearity.js";
import { type Separation, separate } from "./separate.js";

/** A model and the parameters in which it is linear; parameters by index. */
export interface SeparatedModel extends DerivedModel {
  readonly linearity: Linearity;
  /** The set that was chosen. */
  readonly linear: ReadonlySet<number>;
  /** How the residuals are made of these; null where the model is not to have it. */
  readonly separation: Separation | null;
}

/** The most columns that a separation may have, over those of the Jacobian and the residual: it is part of every module. */
const mostColumns = 4;

/**
 * A model without start values for some parameters is separated whatever it costs. Else it is there for fits that fail, and is left
 * out where no fit uses it, because the loss is not linear, or where it would be most of the module.
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
  const affordable = startless.size > 0 || separation.columnCount <= mostColumns * (free.length + 1);
  return { ...derived, linearity, linear, separation: affordable ? separation : null };
}

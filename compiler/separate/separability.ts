import type { LoweredModel } from "../ir/lower.js";
import type { ExprId } from "../ir/pool.js";
import { type Linearity, largestLinearSet, linearityOf } from "./linearity.js";
import { type Separation, separate } from "./separate.js";

/** What is known of the parameters in which a model is linear; parameters by index. */
export interface Separability {
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
 *
 * @param free indices of the free parameters
 * @param startless those of them without a start value
 * @param derivatives for each statement, those of its scaled residual by position in `free`
 */
export function separateModel(
  lowered: LoweredModel,
  free: readonly number[],
  startless: ReadonlySet<number>,
  derivatives: readonly ReadonlyMap<number, ExprId>[],
): Separability {
  const { pool, statements } = lowered;
  const residuals = statements.map(({ scaled }) => scaled);
  const linearity = linearityOf(pool, residuals, free);
  const linear = largestLinearSet(linearity, free, (index) => startless.has(index));
  const robust = statements.some(({ rho }) => rho !== null);
  if (linear.size === 0 || (robust && startless.size === 0)) return { linearity, linear, separation: null };
  const separation = separate(lowered, free, linear, derivatives);
  const affordable = startless.size > 0 || separation.columnCount <= mostColumns * (free.length + 1);
  return { linearity, linear, separation: affordable ? separation : null };
}

import type { DerivedModel } from "../derive/derive-model.js";
import type { LoweredParam } from "../ir/lower.js";
import { defaultStart } from "./default-starts.js";
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
 * Separates a model, and gives a start to the parameters that have none and in which it is not
 * linear. If some linear parameters have no start values, the model is always separated. Otherwise
 * the separation only serves fits that fail, and is left out if no fit would use it, because the
 * loss is not linear, or if it would make up most of the module.
 */
export function separateModel(derived: DerivedModel): SeparatedModel {
  const { model, pool, free, statements } = derived;
  const startless = new Set([...model.startless].map(({ index }) => index));
  const residuals = statements.map(({ scaled }) => scaled);
  const linearity = linearityOf(pool, residuals, free);
  const linear = largestLinearSet(linearity, free, (index) => startless.has(index));
  const started = withDefaultStarts(derived, linear);
  const lacking = started.model.startless.size > 0;
  const robust = statements.some(({ rho }) => rho !== null);
  if (linear.size === 0 || (robust && !lacking)) return { ...started, linearity, linear, separation: null };
  const separation = separate(derived, linear);
  const affordable = lacking || separation.columnCount <= maxColumns * (free.length + 1);
  return { ...started, linearity, linear, separation: affordable ? separation : null };
}

/** Gives a start to the parameters that have none and are not linear. */
function withDefaultStarts(derived: DerivedModel, linear: ReadonlySet<number>): DerivedModel {
  const { model, pool } = derived;
  const startless = new Set([...model.startless].filter(({ index }) => linear.has(index)));
  const defaulted = new Set([...model.startless].filter((param) => !startless.has(param)));
  const params = model.params.map((param, index) => {
    const lowered = derived.params[index] as LoweredParam;
    return defaulted.has(param) ? { ...lowered, start: defaultStart(pool, param, lowered) } : lowered;
  });
  return { ...derived, model: { ...model, startless, defaulted }, params };
}

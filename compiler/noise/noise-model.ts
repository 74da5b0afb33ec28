import type { NoiseRange, NoiseScale, VariancePower } from "../../runtime/contract/noise.js";
import type { ExprId, ExprPool } from "../ir/pool.js";

/**
 * What a word for noise means: how far an observation may be from the prediction. All that is checked, computed and printed
 * follows from this; the word itself stands in the grammar, with whether `absolute` or `relative` may follow it.
 */
export interface NoiseModel {
  /** What its value is, in words: `standard deviation`. */
  readonly quantity: string;
  /** The residual in units of its standard deviation: what is squared and summed. */
  scaled(pool: ExprPool, residual: ExprId, value: ExprId): ExprId;
  /**
   * The value is in the unit of the residual to this power, and the scaled residual then has no unit. Null: it may be in any
   * unit, so that the unit of the scaled residual is not known.
   */
  readonly unitPower: 1 | 2 | null;
  /** What holds where neither `absolute` nor `relative` is written; null where one of them must be. */
  readonly impliedScale: NoiseScale | null;
  readonly range: NoiseRange;
  /** The variance of an observation is proportional to the value to this power. */
  readonly variancePower: VariancePower;
}

import type { Explained } from "../../grammar/index.js";
import type { NoiseRange, NoiseScale, VariancePower } from "../../runtime/contract/noise.js";
import type { ExprId, ExprPool } from "../ir/pool.js";

/**
 * Defines the meaning of a noise word: how far an observation may be from the prediction.
 * Everything that is checked, computed and printed about noise follows from this. The word itself
 * is defined in the grammar, as is whether `absolute` or `relative` may follow its value.
 */
export interface NoiseModel {
  /** What `fitc explain` says of its word. */
  readonly explained: Explained;
  /** The meaning of its value in words: `standard deviation`. */
  readonly quantity: string;
  /**
   * The residual divided by its standard deviation (up to a common factor if the noise is
   * relative); its square is summed.
   */
  scaled(pool: ExprPool, residual: ExprId, value: ExprId): ExprId;
  /**
   * The value is in the unit of the residual to this power, and the scaled residual is then
   * dimensionless. Null: the value may be in any unit, so the unit of the scaled residual is
   * unknown.
   */
  readonly unitPower: 1 | 2 | null;
  /** The scale if neither `absolute` nor `relative` is written; null if one of them is required. */
  readonly impliedScale: NoiseScale | null;
  readonly range: NoiseRange;
  /** The variance of an observation is proportional to this power of the value. */
  readonly variancePower: VariancePower;
}

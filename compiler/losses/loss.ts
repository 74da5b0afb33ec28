import type { ExprId, ExprPool } from "../ir/pool.js";

/**
 * A loss rho of z = (residual / C)^2, with rho(0) = 0 and rho'(0) = 1; its derivatives are taken from the expression. The
 * definitions are those of SciPy's `least_squares`.
 */
export interface LossDefinition {
  /** One line for the reference. */
  readonly doc: string;
  rho(pool: ExprPool, z: ExprId): ExprId;
}

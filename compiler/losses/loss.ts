import type { ExprId, ExprPool } from "../ir/pool.js";

/**
 * A loss rho(z) with z = (residual / C)^2, rho(0) = 0 and rho'(0) = 1. Its derivatives are taken
 * from the expression. The definitions are those of SciPy's `least_squares`.
 */
export interface LossDefinition {
  /** One line of documentation for the reference. */
  readonly doc: string;
  rho(pool: ExprPool, z: ExprId): ExprId;
}

import type { ExprId, ExprPool } from "../ir/pool.js";
import { gradient } from "./gradient.js";
import { undifferentiable } from "./rules.js";

/** A loss with its derivatives with respect to the variable `z`. */
export interface LossDerivatives {
  /** rho, rho' and rho''. */
  readonly rho: readonly [ExprId, ExprId, ExprId];
  /**
   * The function in rho' whose derivative is not known, so that rho'' is missing; null if there is
   * none.
   */
  readonly lacking: string | null;
}

export function lossDerivatives(pool: ExprPool, rho: ExprId): LossDerivatives {
  const z = pool.variable("z");
  const zero = pool.constant(0);
  const slope = gradient(pool, rho, [z]).get(z) ?? zero;
  const lacking = undifferentiable(pool, slope);
  const curvature = lacking === null ? gradient(pool, slope, [z]).get(z) : undefined;
  return { rho: [rho, slope, curvature ?? zero], lacking };
}

import { gradient } from "../derive/gradient.js";
import { undifferentiable } from "../derive/rules.js";
import { type ExprId, ExprPool } from "../ir/pool.js";
import type { LossDefinition } from "../losses/index.js";
import type { Kernel } from "./kernel.js";
import { runPasses } from "./passes.js";
import { schedule } from "./schedule.js";

/** A loss with its derivatives by the variable `z`, not yet simplified. */
export interface LossDerivatives {
  readonly rho: readonly [ExprId, ExprId, ExprId];
  /** The function in rho' whose derivative is not known, so that rho'' is missing; null where there is none. */
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

/** A loss of the language as a kernel of its own: output `rho`, slots 0 to 2, as in the kernels of a model. */
export function lossKernel(loss: LossDefinition): Kernel {
  const pool = new ExprPool();
  const { rho } = lossDerivatives(pool, loss.rho(pool, pool.variable("z")));
  const simplified = runPasses(pool, rho);
  const stores = rho.map((id, slot) => ({ output: "rho", slot, value: simplified.get(id) ?? id }));
  return schedule(pool, stores, new Map());
}

import { lossDerivatives } from "../derive/loss-derivatives.js";
import { ExprPool } from "../ir/pool.js";
import type { LossDefinition } from "../losses/index.js";
import { runPasses } from "../simplify/passes.js";
import type { Kernel } from "./kernel.js";
import { schedule } from "./schedule.js";

/**
 * A loss of the language as a kernel of its own: output `rho`, slots 0 to 2, as in the kernels of a
 * model.
 */
export function lossKernel(loss: LossDefinition): Kernel {
  const pool = new ExprPool();
  const { rho } = lossDerivatives(pool, loss.rho(pool, pool.variable("z")));
  const simplified = runPasses(pool, rho);
  const stores = rho.map((id, slot) => ({ output: "rho", slot, value: simplified.get(id) ?? id }));
  return schedule(pool, stores, new Map());
}

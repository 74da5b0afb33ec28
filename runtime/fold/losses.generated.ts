// Written by `npm run update` from the losses of the compiler. Do not edit.

import type { LossRule } from "../contract/fit-problem.js";
import type { RobustLossName } from "../contract/losses.js";

/** rho, rho' and rho'' of the losses that a call may ask for by name. */
export const robustLosses: Readonly<Record<RobustLossName, LossRule>> = {
  /** rho(z) = 2 (sqrt(1 + z) - 1): smooth, and linear in the residual where that is large. */
  soft_l1(z, rho) {
    const t1 = Math.sqrt(z + 1);
    const t2 = 0.5 * (1 + t1);
    const t3 = z / t2;
    const t4 = 1 / t2;
    const t5 = 1 / t1;
    const t6 = -0.25 * (t3 * t4) / t1;
    const t7 = -0.25 * t5;
    const t8 = t4 * t7 / t2;
    const t9 = 0.5 * (-(t4 * ((1 + t3 * t7) / t2)) - t3 * t8) - t5 * t6;
    rho[0] = t3;
    rho[1] = t4 + t6;
    rho[2] = t8 + 0.5 * t9 / t1;
  },
  /** rho(z) = z up to 1, then 2 sqrt(z) - 1: quadratic, then linear in the residual. */
  huber(z, rho) {
    const t1 = Math.sqrt(z);
    const t2 = z <= 1;
    const t3 = 1 / t1;
    rho[0] = t2 ? z : 2 * t1 - 1;
    rho[1] = t2 ? 1 : t3;
    rho[2] = t2 ? 0 : -0.5 * (t3 * t3) / t1;
  },
  /** rho(z) = log(1 + z): outliers lose weight quickly. */
  cauchy(z, rho) {
    const t1 = 1 / (z + 1);
    rho[0] = Math.log1p(z);
    rho[1] = t1;
    rho[2] = -(t1 * t1);
  },
  /** rho(z) = arctan(z): no residual costs more than pi / 2. */
  arctan(z, rho) {
    const t1 = 1 / (1 + z * z);
    rho[0] = Math.atan(z);
    rho[1] = t1;
    rho[2] = z * (-2 * (t1 * t1));
  },
};

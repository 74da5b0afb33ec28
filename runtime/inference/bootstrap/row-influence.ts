import { jacobianOf, residualsOf } from "../../fold/evaluate.js";
import { modelFold } from "../../fold/model-fold.js";
import { rowBlockOf } from "../../fold/panels.js";
import { covarianceTimes, uncertaintyOf } from "../../statistics/uncertainty.js";
import type { FittedModel } from "../fitted-model.js";
import { influences } from "../influence.js";

/**
 * How much each row moves quantities with gradients h, to first order: u_i = -h'C sum_s psi_is J_is
 * with C = (J'J)^-1, where J is scaled by the loss, over the parameters without an active bound. It
 * is the infinitesimal jackknife (Jaeckel 1972; Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, 21.4). For a least-squares fit it agrees to first order with the delete-one
 * jackknife, but needs no refit for each row.
 */
export function rowInfluence(
  { problem, data, params, active, kept }: FittedModel,
  gradients: readonly Float64Array[],
): readonly Float64Array[] {
  const state = modelFold(problem, data.columns, data.rows, active).linearize(params);
  const { root } = uncertaintyOf(state, kept).uncertainty;
  // C h for each quantity.
  const steps = gradients.map((h) => covarianceTimes(root, h));
  const { psi } = influences(problem, data.rows, residualsOf(problem, params, data));
  const J = jacobianOf(problem, params, data);
  const m = rowBlockOf(problem)?.count ?? 0;
  const width = problem.free.length;
  return steps.map((step) => {
    const u = new Float64Array(data.rows);
    for (let i = 0; i < data.rows * m; i++) {
      let moved = 0;
      for (const [j, column] of active.entries()) moved += (step[j] as number) * (J[i * width + column] as number);
      const row = Math.floor(i / m);
      u[row] = (u[row] as number) - moved * (psi[i] as number);
    }
    return u;
  });
}

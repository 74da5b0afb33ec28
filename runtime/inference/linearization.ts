import { below, plain } from "../../math/dense/small-arrays.js";
import { checkedOptions } from "../api/check-options.js";
import type { Columns, ModelShape } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import type { Fitter } from "../api/fitter.js";
import type { FitProblem } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";
import { jacobianOf, residualsOf } from "../fold/evaluate.js";
import { modelFold } from "../fold/model-fold.js";
import { placesOf } from "../fold/panels.js";
import { RowLosses } from "../fold/row-loss.js";
import { pivotedHouseholder } from "../solvers/pivoted-qr.js";
import { covarianceOf, uncertaintyOf } from "../statistics/uncertainty.js";
import { type FittedOptions, fittedModel, fittedRules } from "./fitted-model.js";

/**
 * The linear least-squares problem at the result of a fit, over its free parameters: `leastsq`
 * calls these fvec, fjac, qtf, ipvt and cov_x, `least_squares` fun, jac and grad. Matrices are
 * row-major.
 */
export interface Linearization {
  /** The scaled residuals, before any loss; index = row * statements + statement. */
  readonly fun: readonly number[];
  /**
   * The derivatives, residuals x free parameters. With a robust loss each row is scaled so that J'J
   * is the Gauss-Newton Hessian.
   */
  readonly jac: readonly number[];
  /** The gradient of the cost. */
  readonly grad: readonly number[];
  /**
   * The upper-triangular factor of J P = Q R, free x free parameters, with the signs of MINPACK's
   * `qrfac`.
   */
  readonly r: readonly number[];
  /** Column j of J P is column `ipvt[j]` of J; indices start at 0. */
  readonly ipvt: readonly number[];
  /**
   * The first entries of Q' fun, one for each free parameter. With a robust loss it is such that
   * R' qtf = P' grad.
   */
  readonly qtf: readonly number[];
  /** (J'J)^-1 of all free parameters, not scaled by a variance; null if J is rank-deficient. */
  readonly covX: readonly number[] | null;
}

/**
 * The residuals, Jacobian and QR factorisation with column pivoting (Moré, Garbow and Hillstrom,
 * User guide for MINPACK-1, ANL-80-74, `qrfac`) at a result. The whole of J is computed and
 * factored, because the signs of R depend on its rows. This takes memory for residuals x free
 * parameters, three times.
 *
 * @param data the columns of the fit
 * @throws FitError as `fittedModel`
 */
export function linearization<M extends ModelShape>(
  fitter: Fitter<M>,
  fit: FitResult<NoInfer<M>>,
  data: Columns<M["column"]>,
  options: FittedOptions = {},
): Linearization {
  const checked = checkedOptions(options, fittedRules);
  const { problem, data: prepared, params, active } = fittedModel(fitter, fit, data, checked);
  const n = active.length;
  const fun = residualsOf(problem, params, prepared);
  const all = jacobianOf(problem, params, prepared);
  const m = fun.length;
  const { scale, rhs } = rowScales(problem, prepared, fun);
  const jac = new Array<number>(m * n);
  const a = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const slope = (all[i * problem.free.length + (active[j] as number)] as number) * (scale[i] as number);
      jac[i * n + j] = slope;
      a[j * m + i] = slope;
    }
  }
  const ipvt = new Int32Array(n);
  pivotedHouseholder(a, m, n, rhs, ipvt, new Float64Array(m));
  const r = new Array<number>(n * n).fill(0);
  for (let j = 0; j < n; j++) for (let i = 0; i <= Math.min(j, m - 1); i++) r[i * n + j] = a[j * m + i] as number;
  const state = modelFold(problem, prepared.columns, prepared.rows, active).linearize(params);
  const { uncertainty, rank } = uncertaintyOf(state, below(n));
  return {
    fun: plain(fun),
    jac,
    grad: Array.from({ length: n }, (_, j) => state.gradient(j)),
    r,
    ipvt: plain(ipvt),
    qtf: Array.from({ length: n }, (_, j) => rhs[j] ?? 0),
    covX: rank < n ? null : covarianceOf(uncertainty).covariance.flat(),
  };
}

/** For each residual, the factor by which its loss scales its row of J, and its right-hand side. */
function rowScales(
  problem: FitProblem,
  { rows }: PreparedData,
  fun: Float64Array,
): { readonly scale: Float64Array; readonly rhs: Float64Array } {
  const scale = new Float64Array(fun.length).fill(1);
  const rhs = fun.slice();
  for (const { statement, first, step, count } of placesOf(problem, rows)) {
    const scaled = Float64Array.from({ length: count }, (_, i) => fun[first + i * step] as number);
    const scales = new Float64Array(count);
    new RowLosses(problem.losses, [statement]).weigh(scaled, count, new Float64Array(count), scales);
    for (let i = 0; i < count; i++) {
      scale[first + i * step] = scales[i] as number;
      rhs[first + i * step] = scaled[i] as number;
    }
  }
  return { scale, rhs };
}

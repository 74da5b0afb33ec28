import { below, plain } from "../../math/dense/small-arrays.js";
import type { Estimate, FitResult, ParamEstimate, Uncertainty } from "../api/fit-result.js";
import { show } from "../messages/show.js";
import { optimality } from "../solvers/bounds.js";
import type { Outcome } from "../solvers/solver.js";
import { isThroughData } from "../solvers/through-data.js";
import { isExact } from "../solvers/trust-region.js";
import { checkVanishedCost } from "./check-vanished-cost.js";
import { fitCovariance } from "./covariance.js";
import type { FinishedFit } from "./finished-fit.js";
import { goodness } from "./goodness.js";
import { interval, type Quantile, quantileOf } from "./interval.js";
import { reducedChi2 } from "./residual-variance.js";
import { covarianceOf, standardError } from "./uncertainty.js";
import { warningsOf } from "./warnings.js";

/** The confidence level of intervals unless the options give one. */
const defaultLevel = 0.95;

/**
 * The result of a finished fit. Its statistics are computed at the returned parameters, over those
 * that are free and not on a bound. Under SciPy's rules they are those of `curve_fit`, which
 * ignores bounds and uses the Jacobian as scaled by the loss.
 *
 * @throws FitError costOutOfRange if the cost has vanished although the model misses the data
 */
export function fitResult(fit: FinishedFit): FitResult {
  const { problem, data, residuals, options, start, bounds, active } = fit;
  const scipy = options.compat === "scipy";
  const { x, state } = fit.outcome;
  const n = x.length;
  const p = start.params.slice();
  for (const [j, param] of start.indices.entries()) p[param] = x[j] as number;
  const kept = below(n, (j) => scipy || active[j] === 0);
  const absolute = problem.statements.some((statement) => statement.absolute);
  const sums = goodness(problem, data.columns, data.rows, p, state.cost);
  const vanished = fit.outcome.stoppedBy === "precision" && isExact(state.cost, fit.first.cost);
  checkVanishedCost(problem, data, p, { cost: state.cost, vanished, largest: sums.largest });
  const { uncertainty, known, kind, dof, ...found } = fitCovariance(fit, p, kept, sums.chi2, absolute);
  const matrices = known ? covarianceOf(uncertainty) : null;
  const level = options.level ?? defaultLevel;
  const quantile = quantileOf(level, absolute ? Number.POSITIVE_INFINITY : dof);

  const outcome = found.rank === 0 && !scipy ? flatOutcome(fit) : fit.outcome;

  const params = paramEstimates(fit, p, uncertainty, scipy, quantile);
  const derived = derivedEstimates(fit, p, uncertainty, scipy, quantile);
  const numbers = [...params.map(([, { value }]) => value), ...derived.map(([, { value }]) => value), state.cost];
  const finite = numbers.every(Number.isFinite);
  const gradient = state.gradients();
  const criteria = informationCriteria(sums.chi2, residuals, residuals - dof);
  return {
    model: problem.model,
    success: outcome.status > 0 && finite,
    status: outcome.status,
    stoppedBy: outcome.stoppedBy,
    message: messageOf(outcome, derived),
    params: Object.fromEntries(params),
    derived: Object.fromEntries(derived),
    free: start.indices.map((param) => problem.params[param]?.name ?? ""),
    x: plain(x),
    covariance: matrices?.covariance ?? null,
    correlation: matrices?.correlation ?? null,
    sandwich: kind,
    uncertainty,
    cost: state.cost,
    rss: sums.rss,
    chi2: sums.chi2,
    dof,
    reducedChi2: reducedChi2(sums.chi2, dof),
    r2: sums.r2,
    ...criteria,
    nfev: outcome.nfev,
    njev: outcome.njev,
    minima: fit.minima,
    fromStart: null,
    gradient: plain(gradient),
    activeMask: plain(active),
    optimality: optimality(x, gradient, bounds),
    rows: data.rows,
    rowsDropped: data.dropped,
    residuals,
    rank: found.rank,
    condition: found.condition,
    solver: problem.solver.method,
    ...lossOf(fit),
    compat: options.compat ?? null,
    sigma: absolute ? "absolute" : isWithoutNoise(problem) ? "none" : "relative",
    level,
    specSha256: problem.specSha256,
    warnings: warningsOf(fit, { params, derived, kept, dof, absolute, chi2: sums.chi2, ...found }),
  };
}

/**
 * The outcome where the residuals depend on no parameter, which is not a success unless the fit
 * goes through the data. A loss that is flat hides it from the solver.
 */
function flatOutcome({ outcome, active }: FinishedFit): Outcome {
  const isMoving = active.some((side) => side === 0);
  if (outcome.status <= 0 || !isMoving || isThroughData(outcome.x, outcome.state)) return outcome;
  return { ...outcome, status: -1, stoppedBy: "flat" };
}

const stopMessages: Readonly<Record<FitResult["stoppedBy"], string>> = {
  gtol: "converged: the gradient is at most gtol",
  ftol: "converged: the relative reduction of the cost is at most ftol",
  xtol: "converged: the relative change of the parameters is at most xtol",
  "ftol and xtol":
    "converged: the reduction of the cost is at most ftol, and the change of the parameters at most xtol",
  precision: "converged to rounding error: the tolerances are too small for a further reduction",
  max_evals: "not converged: the maximum number of evaluations was reached",
  caller: "stopped by the caller",
  stalled: "not converged: the steps became too short while the cost can still be reduced",
  diverged: "not converged: the parameters have run to infinity, where the residuals no longer change with them",
  flat: "not converged: the residuals do not change with a parameter at the result, although they do elsewhere",
  "not finite": "not converged: beyond the last iterate, the model or a derivative is not finite",
};

/**
 * Says how the fit stopped, and also names a derived quantity without a value, since it makes the
 * fit fail.
 */
function messageOf({ status, stoppedBy }: Outcome, derived: readonly (readonly [string, Estimate])[]): string {
  const message = stopMessages[stoppedBy];
  const lost = derived.find(([, { value }]) => !Number.isFinite(value));
  if (status <= 0 || lost === undefined) return message;
  return `${message}; but the derived quantity '${lost[0]}' is ${show(lost[1].value)}`;
}

function paramEstimates(
  { problem, start, active }: FinishedFit,
  p: Float64Array,
  uncertainty: Uncertainty,
  scipy: boolean,
  quantile: Quantile,
): (readonly [string, ParamEstimate])[] {
  return problem.params.map((info, param) => {
    const value = p[param] as number;
    const j = start.indices.indexOf(param);
    const side = j < 0 ? 0 : (active[j] as number);
    const unit = start.indices.map((_, i) => (i === j ? 1 : 0));
    const stderr = j < 0 || (side !== 0 && !scipy) ? null : standardError(uncertainty, unit);
    const estimate: ParamEstimate = {
      value,
      stderr,
      ci95: interval(value, stderr, quantile),
      init: start.params[param] as number,
      lower: start.lower[param] as number,
      upper: start.upper[param] as number,
      fixed: j < 0,
      atBound: side < 0 ? "lower" : side > 0 ? "upper" : null,
    };
    return [info.name, estimate] as const;
  });
}

/**
 * Derived quantities by the delta method. There is no standard error for a quantity that depends
 * only on fixed parameters or parameters on a bound, or that is not finite.
 */
function derivedEstimates(
  { problem, data, start, active }: FinishedFit,
  p: Float64Array,
  uncertainty: Uncertainty,
  scipy: boolean,
  quantile: Quantile,
): (readonly [string, Estimate])[] {
  const values = new Float64Array(problem.derived.length);
  const slopes = new Float64Array(problem.derived.length * problem.free.length);
  problem.derive(p, data.columns, data.rows, values, slopes);
  return problem.derived.map(({ name }, q) => {
    const value = values[q] as number;
    const h = start.active.map((column) => slopes[q * problem.free.length + column] as number);
    const varies = Number.isFinite(value) && h.some((slope, j) => slope !== 0 && (scipy || active[j] === 0));
    const stderr = varies ? standardError(uncertainty, h) : null;
    return [name, { value, stderr, ci95: interval(value, stderr, quantile) }] as const;
  });
}

/**
 * The information criteria as lmfit defines them: -2 log L = N log(chi2 / N), plus 2 or log N for
 * each of the n parameters that the data determine; null for an exact fit, as is any fit without
 * degrees of freedom. AICc adds
 * 2 K (K + 1) / (N - K - 1), where K = n + 1 counts the variance as one more parameter (Hurvich and
 * Tsai, Biometrika 76 (1989) 297); null if N is too small for it.
 */
function informationCriteria(chi2: number, residuals: number, n: number) {
  const deviance = residuals * Math.log(chi2 / residuals);
  if (residuals <= n || !Number.isFinite(deviance)) return { aic: null, aicc: null, bic: null };
  const aic = deviance + 2 * n;
  const room = residuals - n - 2;
  const aicc = room > 0 ? aic + (2 * (n + 1) * (n + 2)) / room : null;
  return { aic, aicc, bic: deviance + Math.log(residuals) * n };
}

/** Whether the data have neither sigma nor weight. The deviation of a prior does not count. */
function isWithoutNoise({ statements, covariance }: FinishedFit["problem"]): boolean {
  return covariance === null && statements.every(({ kind, noise }) => kind === "prior" || noise === null);
}

/** The loss of all statements other than priors, or `mixed` if they differ. */
function lossOf({ problem }: FinishedFit) {
  const [first, ...others] = problem.statements.filter(({ kind }) => kind !== "prior");
  const same = others.every(({ lossName, lossScale }) => lossName === first?.lossName && lossScale === first.lossScale);
  return same
    ? { loss: first?.lossName ?? "linear", lossScale: first?.lossScale ?? 1 }
    : { loss: "mixed", lossScale: 1 };
}

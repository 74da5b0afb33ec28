import type { Message } from "../../diagnostics/index.js";
import { below } from "../../math/dense/small-arrays.js";
import { chi2Cdf, chi2Sf } from "../../math/index.js";
import type { Estimate, ParamEstimate, Uncertainty } from "../api/fit-result.js";
import type { FoldState } from "../fold/state.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import type { FinishedFit } from "./finished-fit.js";
import { heldByOrder } from "./held-by-order.js";
import { mostPromised, promisedReduction, stationary } from "./promised-reduction.js";
import { isThroughData } from "./through-data.js";
import { undetermined } from "./undetermined.js";

/** What the warnings are drawn from, beside the fit itself. */
export interface Findings {
  readonly params: readonly (readonly [string, ParamEstimate])[];
  readonly derived: readonly (readonly [string, Estimate])[];
  /** The state at the result that the covariance comes from. */
  readonly jacobian: FoldState;
  /** The active free parameters that are not on a bound. */
  readonly kept: readonly number[];
  readonly dof: number;
  readonly absolute: boolean;
  readonly chi2: number;
  /** The uncertainty for residuals of unit variance: which parameters are not determined. */
  readonly factor: Uncertainty;
  /** Residuals at which the loss is flat or falls. */
  readonly flat: number;
}

/**
 * A column of J vanishes at a minimum, as that of (x - 3)^2 + 1 does, where it has shrunk to this part of what it was, and a change of
 * the parameter by as much as its value would change the residuals by no more than this part of theirs.
 */
const vanishing = 1e-6;

/** What a user must know of a result before trusting it. */
export function warningsOf(fit: FinishedFit, findings: Findings): readonly Message[] {
  const unordered = heldByOrder(fit);
  return [
    ...leftRankLoss(fit),
    ...onBounds(fit, findings),
    ...tooFewResiduals(fit, findings),
    ...undetermined(fit, findings.jacobian, findings.kept, findings.factor),
    ...(unordered.length > 0 ? unordered : notStationary(fit)),
    ...lowerOnTheWay(fit),
    ...withoutInfluence(fit, findings),
    ...largeErrors(findings),
    ...deviationsBelied(fit, findings),
    ...notFinite(findings),
  ];
}

function leftRankLoss({ restarted }: FinishedFit): Message[] {
  return restarted ? [runtimeMessages.restartedAfterRankLoss()] : [];
}

function onBounds({ options }: FinishedFit, { params }: Findings): Message[] {
  const errors =
    options.compat === "scipy"
      ? "the standard errors are SciPy's, which ignore bounds"
      : "it has no standard error, and those of the others are computed with it fixed there";
  return params.flatMap(([name, { atBound, lower, upper }]) =>
    atBound === null
      ? []
      : [runtimeMessages.parameterAtBound({ name, end: atBound, bound: atBound === "lower" ? lower : upper, errors })],
  );
}

function tooFewResiduals({ outcome, residuals }: FinishedFit, { dof, absolute }: Findings): Message[] {
  const params = outcome.x.length;
  if (residuals < params) return [runtimeMessages.underdeterminedFit({ residuals, params })];
  return dof <= 0 && !absolute ? [runtimeMessages.noDegreesOfFreedom()] : [];
}

/** A stop by tolerances, at which the cost still falls; what a bound holds cannot make it fall. */
function notStationary({ first, start, outcome, bounds }: FinishedFit): Message[] {
  const { state, status, x } = outcome;
  const { cost } = state;
  const length = Math.sqrt(2 * cost);
  if (status <= 0 || !(cost > 0) || mostPromised(state) <= stationary / 2 || isThroughData(x, state)) return [];
  const moving = below(x.length, (j) => {
    const norm = state.columnNorm(j);
    const value = Math.max(Math.abs(x[j] as number), Math.abs(start.params[start.indices[j] as number] as number));
    if (norm <= vanishing * first.columnNorm(j) && norm * value <= vanishing * length) return false;
    const slope = state.gradient(j);
    const bound = (slope > 0 ? bounds.lower[j] : bounds.upper[j]) as number;
    return !(Math.abs(slope * ((x[j] as number) - bound)) <= stationary * cost);
  });
  const reduction = promisedReduction(state, moving);
  if (!(reduction > stationary)) return [];
  return [runtimeMessages.stoppedBeforeMinimum({ percent: String(Number((100 * reduction).toPrecision(2))) })];
}

/** By this part a cost must be lower to be that of another point. */
const lower = 1e-6;

/** Of fits from several places that which converged is the result, though another may have come lower before it failed. */
function lowerOnTheWay({ outcome, lowest }: FinishedFit): Message[] {
  const { state, x } = outcome;
  const { cost } = state;
  if (!(cost - lowest > lower * Math.abs(cost)) || isThroughData(x, state)) return [];
  return [runtimeMessages.lowerCostNotConverged({ cost: cost.toPrecision(6), lowest: lowest.toPrecision(6) })];
}

/** More than half of the residuals without influence are more than any estimator can bear. */
function withoutInfluence({ residuals }: FinishedFit, { flat }: Findings): Message[] {
  return 2 * flat <= residuals ? [] : [runtimeMessages.residualsWithoutInfluence({ flat, count: residuals })];
}

function largeErrors({ params }: Findings): Message[] {
  return params.flatMap(([name, { value, stderr }]) =>
    stderr !== null && Number.isFinite(stderr) && stderr > Math.abs(value)
      ? [
          runtimeMessages.standardErrorExceedsValue({
            name,
            value: value.toPrecision(6),
            stderr: stderr.toPrecision(3),
          }),
        ]
      : [],
  );
}

/** Known deviations are hardly known better than to a tenth. */
const tenth = 1.1 ** 2;
/** Chance goes so far in one fit of a thousand. */
const chance = 1e-3;

/** A chi-square that the declared deviations do not allow for, by a two-sided test; outliers are told by the loss, if it is robust. */
function deviationsBelied({ problem }: FinishedFit, { dof, absolute, chi2 }: Findings): Message[] {
  if (!absolute || dof <= 0 || problem.statements.some(({ loss }) => loss >= 0)) return [];
  const reduced = chi2 / dof;
  if (reduced <= tenth && reduced >= 1 / tenth) return [];
  const p = 2 * Math.min(chi2Cdf(chi2, dof), chi2Sf(chi2, dof));
  if (!(p < chance)) return [];
  const verdict =
    reduced > 1
      ? "the declared standard deviations are too small, or the model is wrong"
      : "the declared standard deviations are too large, or the errors are not independent";
  return [runtimeMessages.implausibleReducedChiSquare({ value: String(Number(reduced.toPrecision(3))), dof, verdict })];
}

function notFinite({ derived }: Findings): Message[] {
  return derived.flatMap(([name, { value }]) =>
    Number.isFinite(value) ? [] : [runtimeMessages.derivedQuantityNotFinite({ name, value: show(value) })],
  );
}

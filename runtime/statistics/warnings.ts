import { listed, type Message } from "../../diagnostics/index.js";
import { below } from "../../math/dense/small-arrays.js";
import { chi2Cdf, chi2Sf } from "../../math/index.js";
import type { Estimate, ParamEstimate, Uncertainty } from "../api/fit-result.js";
import type { FoldState } from "../fold/state.js";
import { runtimeMessages } from "../messages/index.js";
import { show, toldApart } from "../messages/show.js";
import { mostPromised, promisedReduction, stationary } from "../solvers/promised-reduction.js";
import { isByLooseTolerance, solverSettings } from "../solvers/settings.js";
import { isThroughData } from "../solvers/through-data.js";
import type { FinishedFit } from "./finished-fit.js";
import { heldByOrder } from "./held-by-order.js";
import { undetermined } from "./undetermined.js";

/** The input of the warnings, in addition to the fit itself. */
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
  /** The uncertainty for residuals of unit variance, which shows what is not determined. */
  readonly factor: Uncertainty;
  /** The number of residuals at which the loss is flat or falls. */
  readonly flat: number;
}

/**
 * A column of J may vanish at a minimum, as that of (x - 3)^2 + 1 does. It has vanished if it has
 * shrunk to this fraction, and a change of the parameter by its own value would change the
 * residuals by no more than this fraction of their length.
 */
const vanishing = 1e-6;

/** Everything that a user has to know before trusting a result. */
export function warningsOf(fit: FinishedFit, findings: Findings): readonly Message[] {
  const unordered = heldByOrder(fit);
  return [
    ...steppedAside(fit),
    ...leftRankLoss(fit),
    ...onBounds(fit, findings),
    ...tooFewResiduals(fit, findings),
    ...undetermined(fit, findings.jacobian, findings.kept, findings.factor),
    ...(unordered.length > 0 ? unordered : notStationary(fit)),
    ...lowerOnTheWay(fit),
    ...withoutInfluence(fit, findings),
    ...largeErrors(findings),
    ...implausibleChiSquare(fit, findings),
    ...notFinite(findings),
  ];
}

function steppedAside({ problem, start, beside }: FinishedFit): Message[] {
  if (beside === null) return [];
  const values = start.indices.map((param, j) => `${problem.params[param]?.name ?? ""} = ${show(beside[j])}`);
  return [runtimeMessages.startedBeside({ values: listed(values) })];
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

/**
 * Warns of a stop although the cost still falls. A success under the default tolerances is backed,
 * so only the others are checked. Directions closed by a bound do not count.
 */
function notStationary({ problem, options, first, start, outcome, bounds }: FinishedFit): Message[] {
  const { state, status, stoppedBy, x } = outcome;
  const { cost } = state;
  const length = Math.sqrt(2 * cost);
  const isBacked = status > 0 && options.compat !== "scipy" && problem.order.length === 0;
  if (isBacked && !isByLooseTolerance(stoppedBy, solverSettings(problem, options, start.indices))) return [];
  if (
    (status <= 0 && stoppedBy !== "stalled") ||
    !(cost > 0) ||
    mostPromised(state) <= stationary / 2 ||
    isThroughData(x, state)
  )
    return [];
  const moving = below(x.length, (j) => {
    const norm = state.columnNorm(j);
    const value = Math.max(Math.abs(x[j] as number), Math.abs(start.params[start.indices[j] as number] as number));
    if (norm <= vanishing * first.columnNorm(j) && norm * value <= vanishing * length) return false;
    const slope = state.gradient(j);
    const bound = (slope > 0 ? bounds.lower[j] : bounds.upper[j]) as number;
    return !(Math.abs(slope * ((x[j] as number) - bound)) <= stationary * cost);
  });
  const reduction = promisedReduction(x, state, moving);
  if (!(reduction > stationary)) return [];
  return [runtimeMessages.stoppedBeforeMinimum({ percent: String(Number((100 * reduction).toPrecision(2))) })];
}

/** Costs that differ by more than this fraction belong to different points. */
const lower = 1e-6;

/** Warns if a fit that did not converge passed through a lower cost than the result. */
function lowerOnTheWay({ outcome, lowest }: FinishedFit): Message[] {
  const { state, x } = outcome;
  const { cost } = state;
  if (!(cost - lowest > lower * Math.abs(cost)) || isThroughData(x, state)) return [];
  const [lowestText = "", costText = ""] = toldApart(lowest, cost);
  return [runtimeMessages.lowerCostNotConverged({ cost: costText, lowest: lowestText })];
}

/** Warns if more than half of the residuals have no influence, which no estimator can cope with. */
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

/** Declared deviations are hardly ever known better than to a tenth. */
const tenth = 1.1 ** 2;
/** A probability that is this small by chance in one of a thousand fits. */
const chance = 1e-3;

/**
 * Warns of a chi-square that contradicts the declared deviations, by a two-sided test. With a
 * robust loss, outliers are the business of the loss.
 */
function implausibleChiSquare({ problem }: FinishedFit, { dof, absolute, chi2 }: Findings): Message[] {
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

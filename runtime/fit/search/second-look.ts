import type { Iteration } from "../../api/fit-options.js";
import type { FitResult } from "../../api/fit-result.js";
import type { Evaluations } from "../../fold/evaluations.js";
import { runtimeMessages } from "../../messages/index.js";
import { toldApart } from "../../messages/show.js";
import { type Watched, watchLowest } from "../../solvers/lowest.js";
import { startInside } from "../../solvers/minimize.js";
import { FoldObjective } from "../../solvers/objective.js";
import type { Minimum, Settings, StartPoint } from "../../solvers/solver.js";
import type { FinishedFit } from "../../statistics/finished-fit.js";
import { fitResult } from "../../statistics/fit-result.js";
import type { LocalFit } from "../multi-start/multi-start.js";
import { isLinearFit, search } from "./search.js";
import { isSuspicious } from "./suspicion.js";

/** A lower cost is another minimum if it is below this fraction of the first. */
const lower = 0.5;

/** How to fit again. */
export interface Refitting {
  /** Evaluates the problem over its data. */
  readonly fold: Evaluations;
  readonly settings: Settings;
  /** The start of the fit. */
  readonly from: StartPoint;
  /** Runs a fit, or repeats the result of one that has ended. */
  part(begin: () => LocalFit): LocalFit;
  /** A local fit of all rows. */
  local(from: StartPoint): LocalFit;
}

/** A better fit may be suspicious itself, so there are as many searches as this. */
const mostSearches = 3;

/** Whether a fit is suspicious, and of a kind that can be searched. */
export function needsSecondLook(fit: FinishedFit, result: FitResult): boolean {
  return isSuspicious(fit, result) && fit.problem.covariance === null && !isLinearFit(fit.problem, fit.start);
}

/**
 * Looks again at a fit that seems to have ended in the wrong place. If a search finds a clearly
 * lower minimum that determines as many parameters, that is the result, and the result of the fit
 * from the given start is kept in it.
 */
export function* secondLook(
  fit: FinishedFit,
  first: FitResult,
  refitting: Refitting,
): Generator<Iteration, FitResult, "stop" | undefined> {
  const { problem, start } = fit;
  let best: Found = { fit, result: first, from: refitting.from.x };
  for (let k = 0; k < mostSearches && isSuspicious(best.fit, best.result); k++) {
    const better: Found | null = yield* lookFurther(best, refitting);
    if (better === null) break;
    best = better;
  }
  const { result, from } = best;
  if (result === first) return first;
  const [cost = "", firstCost = ""] = toldApart(result.cost, first.cost);
  const names = start.indices.map((param) => problem.params[param]?.name ?? "");
  const message = runtimeMessages.foundBySearch({
    cost,
    first: firstCost,
    start: names.map((name, j) => `${name} = ${Number(from[j]?.toPrecision(7))}`).join(", "),
  });
  return { ...result, fromStart: first, warnings: [message, ...result.warnings] };
}

/** A fit, its result, and the point that it started from. */
interface Found {
  readonly fit: FinishedFit;
  readonly result: FitResult;
  readonly from: Float64Array;
}

/** One search, and a fit of all rows from what it finds. Null if that is no better. */
function* lookFurther(
  { fit, result }: Found,
  { fold, settings, from: given, part, local }: Refitting,
): Generator<Iteration, Found | null, "stop" | undefined> {
  const { problem, data, start, bounds, active, restarted, doubtful, outcome } = fit;
  const first: Minimum = { outcome, active, restarted, doubtful, regular: false };
  const best = yield* part(function* () {
    // Iterates of the search are not iterates of the fit.
    yield* [];
    return search({ problem, data, start, bounds, settings, from: given }, first);
  });
  if (best.outcome === outcome) return null;

  const objective = new FoldObjective(fold, start.params, start.indices);
  const from = startInside(best.outcome.x, bounds, settings);
  const state = Number.isFinite(objective.cost(from)) ? objective.linearize(from) : null;
  if (state === null) return null;
  const begin = { x: from, state, reference: result.cost, origin: given };
  const { end, lowest }: Watched<Minimum> = yield* watchLowest(local(begin), bounds);
  if (!isBetter(result, end)) return null;
  const nfev = outcome.nfev + end.outcome.nfev;
  const njev = outcome.njev + end.outcome.njev;
  const found = { ...fit, ...end, outcome: { ...end.outcome, nfev, njev }, lowest };
  const foundResult = fitResult(found);
  return foundResult.rank < result.rank ? null : { fit: found, result: foundResult, from };
}

/**
 * Whether an end is backed and clearly lower, or not higher where the first fit did not converge.
 */
function isBetter({ status, cost }: FitResult, { outcome }: Minimum): boolean {
  if (outcome.status <= 0) return false;
  return status > 0 ? outcome.state.cost < lower * cost : outcome.state.cost <= cost;
}

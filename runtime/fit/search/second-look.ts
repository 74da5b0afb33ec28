import type { Iteration } from "../../api/fit-options.js";
import type { FitResult } from "../../api/fit-result.js";
import type { Evaluations } from "../../fold/evaluations.js";
import { runtimeMessages } from "../../messages/index.js";
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

/**
 * Looks again at a fit that seems to have ended in the wrong place. If a search finds a clearly
 * lower minimum that determines as many parameters, that is the result, and the result of the fit
 * from the given start is kept in it.
 */
export function* secondLook(
  fit: FinishedFit,
  { fold, settings, from: given, part, local }: Refitting,
): Generator<Iteration, FitResult, "stop" | undefined> {
  const result = fitResult(fit);
  const { problem, data, start, bounds, active, restarted, doubtful, outcome } = fit;
  if (isLinearFit(problem, start) || problem.covariance !== null || !isSuspicious(fit, result)) return result;
  const first: Minimum = { outcome, active, restarted, doubtful, regular: false };
  const best = yield* part(function* () {
    // Iterates of the search are not iterates of the fit.
    yield* [];
    return search({ problem, data, start, bounds, settings, from: given }, first);
  });
  if (best.outcome === outcome) return result;

  const objective = new FoldObjective(fold, start.params, start.indices);
  const from = startInside(best.outcome.x, bounds, settings);
  const state = Number.isFinite(objective.cost(from)) ? objective.linearize(from) : null;
  if (state === null) return result;
  const { end, lowest }: Watched<Minimum> = yield* watchLowest(
    local({ x: from, state, reference: result.cost, origin: given }),
    bounds,
  );
  const isStopped = end.outcome.stoppedBy === "caller";
  if (!isStopped && !isBetter(result, end)) return result;
  const { nfev, njev } = outcome;
  const total = { ...end.outcome, nfev: nfev + end.outcome.nfev, njev: njev + end.outcome.njev };
  const found = fitResult({ ...fit, ...end, outcome: total, lowest });
  if (found.rank < result.rank || isStopped) return result;
  const message = runtimeMessages.foundBySearch({
    cost: show(found.cost, result.cost),
    first: show(result.cost, found.cost),
    start: start.indices.map((param, j) => `${problem.params[param]?.name} = ${from[j]?.toPrecision(3)}`).join(", "),
  });
  return { ...found, fromStart: result, warnings: [message, ...found.warnings] };
}

/** Whether an end is backed and clearly lower, or at least not higher where the first fit did not converge. */
function isBetter({ status, cost }: FitResult, { outcome }: Minimum): boolean {
  if (outcome.status <= 0) return false;
  return status > 0 ? outcome.state.cost < lower * cost : outcome.state.cost <= cost;
}

/** A cost, with as many digits as tell it from the other. */
function show(cost: number, other: number): string {
  for (let digits = 3; digits < 17; digits++) {
    const text = cost.toPrecision(digits);
    if (text !== other.toPrecision(digits)) return text;
  }
  return String(cost);
}

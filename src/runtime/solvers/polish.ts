import type { FoldState } from "../fold/state.js";
import type { Bounds } from "./bounds.js";
import { type BoxedStep, boxedStep } from "./boxed-step.js";
import { norm, type Objective, type Outcome, type Settings } from "./solver.js";

const mostSteps = 60;
/** Relative rounding of a cost, and of the residuals against what they are made of. */
const rounding = 1e-13;
const roundingOfResiduals = 8 * Number.EPSILON;

/**
 * Undamped Gauss-Newton steps from where a solver stopped, as long as they shrink.
 *
 * A solver stops where the cost no longer falls noticeably, and the parameters then have half the digits of the cost. The step itself has all
 * of them: near a minimum it shrinks quadratically, or linearly where residuals are large, until it is rounding. Its length is
 * taken as |J p|, in which the linear part of the iteration is self-adjoint, so that it shrinks steadily if at all. Bounds are part
 * of each step, which thus ends at a point of Karush, Kuhn and Tucker: it comes to lie on a bound that an interior method only
 * nears, and leaves one whose multiplier points inward. A step within xtol of the parameters, measured as the solver does, is not taken.
 */
export function polish(objective: Objective, outcome: Outcome, bounds: Bounds, settings: Settings): Outcome {
  const { xtol, maxEvals } = settings;
  let best = outcome;
  let { nfev, njev } = outcome;
  let lowest = outcome.state.cost;
  let step = stepFrom(objective, best, bounds);
  for (let k = 0; k < mostSteps && nfev < maxEvals && Number.isFinite(step.length); k++) {
    const x = step.point;
    if (step.relative <= xtol || x.every((value, j) => value === best.x[j])) break;
    const cost = objective.cost(x);
    nfev++;
    if (!(cost <= lowest + costNoise(best.x, best.state))) break;
    const state = objective.linearize(x);
    if (state === null) break;
    njev++;
    const next = stepFrom(objective, { x, state }, bounds);
    if (!(next.length < step.length) || !isLocal(best.state, state)) break;
    lowest = Math.min(lowest, cost);
    best = { ...outcome, x, state };
    step = next;
  }
  return { ...best, nfev, njev };
}

/** Whether every column of J keeps its length within a factor of 2; in a fit that runs off one dwindles from step to step. */
function isLocal(before: FoldState, after: FoldState): boolean {
  for (let j = 0; j < before.n; j++) {
    const [from, to] = [before.columnNorm(j), after.columnNorm(j)];
    if (to < from / 2 || to > 2 * from) return false;
  }
  return true;
}

/** By how much the cost may rise by rounding alone. */
function costNoise(x: Float64Array, state: FoldState): number {
  const noise = roundingOfResiduals * scaleOf(x, state);
  return rounding * state.cost + noise * (Math.sqrt(2 * state.cost) + noise);
}

/** The size of what the residuals are differences of: the largest |x_j| |dr/dx_j|. */
export function scaleOf(x: Float64Array, state: FoldState): number {
  return x.reduce((size, value, j) => Math.max(size, Math.abs(value) * state.columnNorm(j)), 0);
}

/** The Gauss-Newton step within the bounds, and the point that it leads to, in variables in which the columns of J have length 1. */
function stepFrom(
  objective: Objective,
  { x, state }: { readonly x: Float64Array; readonly state: FoldState },
  bounds: Bounds,
): { readonly point: Float64Array; readonly length: BoxedStep["length"]; readonly relative: number } {
  const { n, width, R } = state;
  const lengths = Float64Array.from(x, (_, j) => state.columnNorm(j) || 1);
  const A = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i <= j; i++) A[j * n + i] = (R[i * width + j] as number) / (lengths[j] as number);
  }
  const { step, side, length } = boxedStep({
    rows: n,
    columns: n,
    A,
    r: Float64Array.from(x, (_, i) => R[i * width + n] as number),
    gradient: objective.robust ? state.gradients().map((slope, j) => slope / (lengths[j] as number)) : null,
    lower: x.map((value, j) => ((bounds.lower[j] as number) - value) * (lengths[j] as number)),
    upper: x.map((value, j) => ((bounds.upper[j] as number) - value) * (lengths[j] as number)),
    noise: roundingOfResiduals * (Math.sqrt(2 * state.cost) + scaleOf(x, state)),
  });
  const point = x.map((value, j) => {
    const low = bounds.lower[j] as number;
    const high = bounds.upper[j] as number;
    if (side[j] !== 0) return (side[j] as number) < 0 ? low : high;
    return Math.min(Math.max(value + (step[j] as number) / (lengths[j] as number), low), high);
  });
  return { point, length, relative: norm(step) / norm(x.map((value, j) => value * (lengths[j] as number))) };
}

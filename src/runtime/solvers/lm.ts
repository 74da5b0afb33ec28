import type { FoldState } from "../fold/state.js";
import { leastStart } from "./least-start.js";
import { lmStep } from "./lm-step.js";
import { type PivotedFactor, pivotedQr } from "./pivoted-qr.js";
import { inverseScale } from "./scale.js";
import { norm, type Objective, type Outcome, type Settings, type Solver, type StartPoint } from "./solver.js";

/**
 * Levenberg-Marquardt with a scaled trust region, as in MINPACK's `lmder` (Moré, Lecture Notes in Mathematics 630 (1978) 105;
 * Moré, Garbow and Hillstrom, User guide for MINPACK-1, ANL-80-74), on the folded factor of J.
 *
 * Each iteration takes the step p of `lmStep` within |D p| <= delta, D being the largest column lengths of J so far; accepts it
 * if the sum of squares falls by at least 1e-4 of what the linear model predicts; and adapts delta to that ratio. It stops when
 * actual and predicted relative reductions are at most ftol, when delta is at most xtol |D x|, or when the cosine of
 * the angle between r and each column of J is at most gtol; and, when these are below rounding, at rounding.
 */
export function* lm(objective: Objective, start: StartPoint, settings: Settings): Solver {
  const { scipy, ftol, xtol, gtol, maxEvals, xScale, factor } = settings;
  let { x, state } = start;
  let length = Math.sqrt(2 * state.cost);
  let nfev = 1;
  let njev = 1;
  let par = 0;
  let diag: Float64Array | null = null;
  let delta = 0;
  let scaledLength = 0;

  const end = (status: number, stoppedBy: Outcome["stoppedBy"]): Outcome => ({
    x,
    state,
    status,
    stoppedBy,
    nfev,
    njev,
  });
  for (let iteration = 1; ; iteration++) {
    const jacobian = pivotedQr(state);
    const scale = inverseScale(xScale, state, diag);
    diag = scale;
    if (iteration === 1) {
      scaledLength = norm(x.map((value, j) => value * (scale[j] as number)));
      const least = scipy ? 0 : leastStart(state, scale, objective.robust);
      delta = factor * Math.max(scaledLength || 1, least);
    }
    const cosine = largestCosine(jacobian, state, length);
    if (cosine <= gtol) return end(1, "gtol");

    // A trial point at which something is not finite shortens the step; a stop on steps so shortened is no convergence.
    let blocked = false;
    for (let ratio = 0; ratio < 1e-4; ) {
      const trial = lmStep(jacobian, scale, delta, par);
      par = trial.par;
      const point = x.map((value, j) => value + (trial.step[j] as number));
      const stepNorm = norm(trial.step.map((value, j) => value * (scale[j] as number)));
      // Where columns differ by hundreds of orders of magnitude, no step can be computed.
      if (!Number.isFinite(stepNorm)) return end(-1, "not finite");
      if (iteration === 1) delta = Math.min(delta, stepNorm);
      let trialLength = Math.sqrt(2 * objective.cost(point));
      nfev++;

      let { actual, predicted, slope } = reductions(jacobian, trial.step, length, trialLength, par, stepNorm);
      ratio = predicted === 0 ? 0 : actual / predicted;
      let accepted: FoldState | null = null;
      if (ratio >= 1e-4) {
        accepted = objective.linearize(point);
        if (accepted === null) {
          trialLength = Number.POSITIVE_INFINITY;
          ({ actual, predicted, slope } = reductions(jacobian, trial.step, length, trialLength, par, stepNorm));
          ratio = 0;
        }
      }
      blocked ||= trialLength === Number.POSITIVE_INFINITY;

      if (ratio <= 0.25) {
        let shrink = actual >= 0 ? 0.5 : (0.5 * slope) / (slope + 0.5 * actual);
        // A slope that overflowed leaves no number.
        if (0.1 * trialLength >= length || !(shrink >= 0.1)) shrink = 0.1;
        delta = shrink * Math.min(delta, stepNorm / 0.1);
        par /= shrink;
      } else if (par === 0 || ratio >= 0.75) {
        delta = stepNorm / 0.5;
        par *= 0.5;
      }

      if (accepted !== null) {
        x = point;
        state = accepted;
        length = trialLength;
        scaledLength = norm(x.map((value, j) => value * (scale[j] as number)));
        njev++;
        const answer = yield { iteration, nfev, x: x.slice(), cost: state.cost, stepNorm, radius: delta };
        if (answer === "stop") return end(-2, "caller");
      }

      const reduced = (tolerance: number): boolean =>
        Math.abs(actual) <= tolerance && predicted <= tolerance && 0.5 * ratio <= 1;
      const byCost = reduced(ftol);
      const bySteps = delta <= xtol * scaledLength;
      const atRounding = reduced(Number.EPSILON)
        ? 2
        : delta <= Number.EPSILON * scaledLength
          ? 3
          : cosine <= Number.EPSILON
            ? 1
            : 0;
      if (blocked && (byCost || bySteps || atRounding > 0)) return end(-1, "not finite");
      if (byCost && bySteps) return end(4, "ftol and xtol");
      if (byCost) return end(2, "ftol");
      if (bySteps) return end(3, "xtol");
      if (atRounding > 0) return end(atRounding, "precision");
      if (nfev >= maxEvals) return end(0, "max_evals");
    }
  }
}

/** The largest cosine of the angle between r and a column of J. */
function largestCosine({ n, r, pivot, qtf }: PivotedFactor, state: FoldState, length: number): number {
  let largest = 0;
  if (length === 0) return largest;
  for (let j = 0; j < n; j++) {
    const columnLength = state.columnNorm(pivot[j] as number);
    if (columnLength === 0) continue;
    let sum = 0;
    for (let i = 0; i <= j; i++) sum += (r[j * n + i] as number) * ((qtf[i] as number) / length);
    largest = Math.max(largest, Math.abs(sum / columnLength));
  }
  return largest;
}

/** The actual and the predicted relative reduction of the sum of squares by a step, and the slope along it. */
function reductions(
  { n, r, pivot }: PivotedFactor,
  step: Float64Array,
  length: number,
  trialLength: number,
  par: number,
  stepNorm: number,
): { actual: number; predicted: number; slope: number } {
  const actual = 0.1 * trialLength < length ? 1 - (trialLength / length) ** 2 : -1;
  const linear = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const p = step[pivot[j] as number] as number;
    for (let i = 0; i <= j; i++) linear[i] = (linear[i] as number) + (r[j * n + i] as number) * p;
  }
  const model = norm(linear) / length;
  const damping = (Math.sqrt(par) * stepNorm) / length;
  return { actual, predicted: model * model + (damping * damping) / 0.5, slope: -(model * model + damping * damping) };
}

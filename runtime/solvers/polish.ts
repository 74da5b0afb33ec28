import { type Bounds, isSame } from "./bounds.js";
import { GaussNewton } from "./gauss-newton.js";
import { costNoise } from "./rounding.js";
import type { End, Objective, Settings } from "./solver.js";

const mostSteps = 60;
/** A larger ftol asks for less than full precision. */
const allDigits = 1e-12;

/**
 * Undamped Gauss-Newton steps from where a solver stopped, for as long as they shrink.
 *
 * A solver stops where the cost no longer falls noticeably, and the parameters then have half as
 * many correct digits as the cost. The step itself has them all: near a minimum it shrinks
 * quadratically, or linearly if residuals are large, until it is rounding. Its length is measured
 * as |J p|; in that norm the linear part of the iteration is self-adjoint, so that the length
 * decreases steadily if it decreases at all. Bounds are part of each step, which therefore ends at
 * a Karush-Kuhn-Tucker point: it can reach a bound that an interior method only approaches, and
 * leave a bound whose multiplier points inward. No step is taken if it is within xtol of the
 * parameters, measured as the solver does. If ftol asks for less than full precision, nor is a step
 * whose predicted reduction of the cost is within ftol.
 *
 * `compiler/backends/wasm/lm/polish.ts` does the same in WebAssembly (see `Lm`).
 */
export class Polish {
  /** J has full rank beyond doubt at the end. */
  fullRank = false;
  /** The fraction of the cost by which a full step from the end promises to reduce it. */
  promised = 0;
  private readonly step: GaussNewton;
  private readonly point: Float64Array;
  /** The column lengths of J at the end. */
  private readonly lengths: Float64Array;

  constructor(n: number) {
    this.step = new GaussNewton(n);
    this.lengths = new Float64Array(n);
    this.point = new Float64Array(n);
  }

  /** @param end the end of the solver, which is moved */
  run(objective: Objective, end: End, bounds: Bounds, { ftol, xtol, maxEvals }: Settings): void {
    const { step, point, lengths } = this;
    let lowest = end.state.cost;
    step.take(end.x, end.state, bounds, objective.robust);
    this.fullRank = step.fullRank;
    this.promised = (step.length / Math.sqrt(2 * lowest)) ** 2;
    for (let k = 0; k < mostSteps && end.nfev < maxEvals && Number.isFinite(step.length); k++) {
      point.set(step.point);
      if (step.relative <= xtol || isSame(point, end.x)) break;
      if (ftol > allDigits && step.length * step.length <= ftol * 2 * end.state.cost) break;
      const cost = objective.cost(point);
      end.nfev++;
      if (!(cost <= lowest + costNoise(end.x, end.state))) break;
      const state = objective.linearize(point);
      if (state === null) break;
      end.njev++;
      const { length } = step;
      lengths.set(step.lengths);
      step.take(point, state, bounds, objective.robust);
      if (!(step.length < length) || !isLocal(lengths, step.lengths)) {
        objective.release(state);
        break;
      }
      lowest = Math.min(lowest, cost);
      end.move(point, state, objective);
      this.fullRank = step.fullRank;
      this.promised = (step.length / Math.sqrt(2 * state.cost)) ** 2;
    }
  }
}

/**
 * Whether every column of J keeps its length within a factor of 2. In a fit that diverges, some
 * column shrinks from step to step.
 */
function isLocal(before: Float64Array, after: Float64Array): boolean {
  for (let j = 0; j < before.length; j++) {
    const from = before[j] as number;
    const to = after[j] as number;
    if (to < from / 2 || to > 2 * from) return false;
  }
  return true;
}

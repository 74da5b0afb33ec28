import { lengthOf, lengthOfProducts } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";
import type { Bounds } from "./bounds.js";
import { FoldedFactor } from "./folded-factor.js";
import { leastStart } from "./least-start.js";
import { LmStep } from "./lm-step.js";
import { stateToReturnTo } from "./overshoot.js";
import { PivotedQr } from "./pivoted-qr.js";
import { inverseScale } from "./scale.js";
import { nowhere, type Objective, type Outcome, type Settings, type StartPoint, type StepSolver } from "./solver.js";

/**
 * Levenberg-Marquardt with a scaled trust region, as in MINPACK's `lmder` (Moré, Lecture Notes in
 * Mathematics 630 (1978) 105; Moré, Garbow and Hillstrom, User guide for MINPACK-1, ANL-80-74), on
 * the folded factor of J.
 *
 * Each iteration takes the step p of `LmStep` within |D p| <= delta, where D holds the largest
 * column lengths of J so far. It accepts the step if the sum of squares falls by at least 1e-4 of
 * what the linear model predicts, and adapts delta to that ratio. It stops when the actual and the
 * predicted relative reductions are at most ftol, when delta is at most xtol |D x|, or when the
 * cosine of the angle between r and each column of J is at most gtol. Whatever the tolerances are,
 * it stops when one of these quantities reaches rounding level.
 *
 * Small unbounded models also carry this solver as WebAssembly, for batches, in
 * `compiler/backends/wasm/lm/`: `lm.ts` mirrors this file, `step.ts` mirrors `lm-step.ts`,
 * `factor.ts` mirrors `folded-factor.ts` and `pivoted-qr.ts`, `polish.ts` mirrors `polish.ts` and
 * `gauss-newton.ts`, and `evaluate.ts` mirrors `objective.ts`. Make every change there too:
 * `test/compiler/backends/wasm/lm.test.ts` checks that both give the same bits.
 */
export class Lm implements StepSolver {
  x: Float64Array;
  state: FoldState = nowhere;
  nfev = 0;
  njev = 0;
  iteration = 0;
  stepNorm = 0;
  /** delta. */
  radius = 0;
  status = 0;
  stoppedBy: Outcome["stoppedBy"] = "max_evals";

  private objective: Objective | null = null;
  private settings: Settings | null = null;
  private first: FoldState = nowhere;
  /** The trial point; it swaps places with `x` when the step is accepted. */
  private point: Float64Array;
  /**
   * The factor of J as it was folded and, for when that is not enough, the factor with pivoting and
   * the step that follows from it.
   */
  private readonly folded: FoldedFactor;
  private readonly jacobian: PivotedQr;
  private readonly damped: LmStep;
  private isWell = false;
  private isFactored = false;
  /** The step to the trial point, and |J p|. */
  private step: Float64Array;
  private lengthOfJp = 0;
  /** The diagonal of D. */
  private readonly diag: Float64Array;
  private readonly work: Float64Array;
  private par = 0;
  /** |r|, and |D x|. */
  private length = 0;
  private scaledLength = 0;
  private cosine = 0;
  /** For the last step: the actual and predicted relative reductions, and their ratio. */
  private actual = 0;
  private predicted = 0;
  private ratio = 0;
  /** The scaled directional derivative along the step (MINPACK's `dirder`). */
  private slope = 0;
  /** A trial point of this iteration was not finite, which shortened the step. */
  private blocked = false;

  constructor(private readonly n: number) {
    this.x = new Float64Array(n);
    this.point = new Float64Array(n);
    this.folded = new FoldedFactor(n);
    this.jacobian = new PivotedQr(n);
    this.damped = new LmStep(n);
    this.step = this.folded.step;
    this.diag = new Float64Array(n);
    this.work = new Float64Array(n);
  }

  begin(objective: Objective, { x, state, leastScale }: StartPoint, _bounds: Bounds, settings: Settings): void {
    const { diag } = this;
    this.objective = objective;
    this.settings = settings;
    this.x.set(x);
    this.state = state;
    this.first = state;
    this.nfev = 1;
    this.njev = 1;
    this.iteration = 0;
    this.par = 0;
    this.length = Math.sqrt(2 * state.cost);
    this.measure();
    inverseScale(settings.xScale, this.folded.lengths, diag, true, leastScale);
    this.scaledLength = lengthOfProducts(x, diag, this.n);
    const least = settings.scipy || objective.robust ? 0 : leastStart(state, diag, this.work);
    this.radius = settings.factor * Math.max(this.scaledLength || 1, least);
  }

  advance(): boolean {
    const { objective, settings } = this;
    if (objective === null || settings === null) throw new Error("fitc bug: a solver that has not begun");
    if (this.iteration > 0) {
      // The last step was accepted: decide whether the fit ends there.
      if (this.isDone(settings)) return false;
      this.measure();
      if (!settings.scipy && settings.xScale === "jac") this.checkScale(objective);
      inverseScale(settings.xScale, this.folded.lengths, this.diag, false);
    }
    this.iteration++;
    this.cosine = this.largestCosine();
    if (this.cosine <= settings.gtol) return this.end(1, "gtol");
    this.blocked = false;
    for (;;) {
      this.takeStep();
      // If columns differ by hundreds of orders of magnitude, no step can be computed.
      if (!Number.isFinite(this.stepNorm)) return this.end(-1, "not finite");
      if (this.iteration === 1) this.radius = Math.min(this.radius, this.stepNorm);
      if (this.tryStep(objective)) return true;
      if (this.isDone(settings)) return false;
    }
  }

  /** Measures J: column lengths and, if possible, the full step. */
  private measure(): void {
    const { folded, state } = this;
    this.isWell = folded.measure(state);
    this.isFactored = false;
    if (this.isWell) folded.solve(state);
  }

  /** Takes the last step back if it shows that the scale was wrong, and corrects the scale. */
  private checkScale(objective: Objective): void {
    const { x, point, state, folded, diag } = this;
    const before = stateToReturnTo(objective, x, state, point, folded.lengths, diag);
    if (before === null) return;
    this.njev++;
    this.x = point;
    this.point = x;
    this.state = before;
    this.length = Math.sqrt(2 * before.cost);
    this.scaledLength = lengthOfProducts(point, diag, this.n);
    this.measure();
  }

  /** Computes the step within the radius. */
  private takeStep(): void {
    const { n, folded, jacobian, damped, diag, radius } = this;
    if (this.isWell) {
      const length = lengthOfProducts(folded.step, diag, n);
      if (length - radius <= 0.1 * radius) {
        this.par = 0;
        this.stepNorm = length;
        this.step = folded.step;
        this.lengthOfJp = folded.lengthOfJp;
        return;
      }
    }
    if (!this.isFactored) jacobian.factor(this.state, this.isWell);
    this.isFactored = true;
    damped.take(jacobian, diag, radius, this.par);
    this.par = damped.par;
    this.stepNorm = damped.length;
    this.step = damped.step;
    this.lengthOfJp = this.lengthAlong(damped.step);
  }

  /** Moves to the trial point if the cost falls enough there, and adapts delta either way. */
  private tryStep(objective: Objective): boolean {
    const { n, x, point, step } = this;
    for (let j = 0; j < n; j++) point[j] = (x[j] as number) + (step[j] as number);
    let trialLength = Math.sqrt(2 * objective.cost(point));
    this.nfev++;
    this.compare(trialLength);
    let accepted: FoldState | null = null;
    if (this.ratio >= 1e-4) {
      accepted = objective.linearize(point);
      if (accepted === null) {
        trialLength = Number.POSITIVE_INFINITY;
        this.compare(trialLength);
        this.ratio = 0;
      }
    }
    if (trialLength === Number.POSITIVE_INFINITY) this.blocked = true;
    this.adapt(trialLength);
    if (accepted === null) return false;

    this.x = point;
    this.point = x;
    // The state at the start belongs to the caller.
    if (this.state !== this.first) objective.release(this.state);
    this.state = accepted;
    this.length = trialLength;
    this.scaledLength = lengthOfProducts(this.x, this.diag, n);
    this.njev++;
    return true;
  }

  /** Compares the actual with the predicted relative reduction of the sum of squares. */
  private compare(trialLength: number): void {
    const { length, par, stepNorm } = this;
    this.actual = 0.1 * trialLength < length ? 1 - (trialLength / length) ** 2 : -1;
    const model = this.lengthOfJp / length;
    const damping = (Math.sqrt(par) * stepNorm) / length;
    this.predicted = model * model + (damping * damping) / 0.5;
    this.slope = -(model * model + damping * damping);
    this.ratio = this.predicted === 0 ? 0 : this.actual / this.predicted;
  }

  private adapt(trialLength: number): void {
    const { actual, slope, ratio, stepNorm } = this;
    if (ratio <= 0.25) {
      let shrink = actual >= 0 ? 0.5 : (0.5 * slope) / (slope + 0.5 * actual);
      // `shrink` is NaN if the slope has overflowed.
      if (0.1 * trialLength >= this.length || !(shrink >= 0.1)) shrink = 0.1;
      this.radius = shrink * Math.min(this.radius, stepNorm / 0.1);
      this.par /= shrink;
    } else if (this.par === 0 || ratio >= 0.75) {
      this.radius = stepNorm / 0.5;
      this.par *= 0.5;
    }
  }

  private isDone({ ftol, xtol, maxEvals }: Settings): boolean {
    const { radius, scaledLength } = this;
    const byCost = this.reducedByLess(ftol);
    const bySteps = radius <= xtol * scaledLength;
    const atRounding = this.reducedByLess(Number.EPSILON)
      ? 2
      : radius <= Number.EPSILON * scaledLength
        ? 3
        : this.cosine <= Number.EPSILON
          ? 1
          : 0;
    if (this.blocked && (byCost || bySteps || atRounding > 0)) this.end(-1, "not finite");
    else if (byCost && bySteps) this.end(4, "ftol and xtol");
    else if (byCost) this.end(2, "ftol");
    else if (bySteps) this.end(3, "xtol");
    else if (atRounding > 0) this.end(atRounding, "precision");
    else if (this.nfev >= maxEvals) this.end(0, "max_evals");
    else return false;
    return true;
  }

  private reducedByLess(tolerance: number): boolean {
    return Math.abs(this.actual) <= tolerance && this.predicted <= tolerance && 0.5 * this.ratio <= 1;
  }

  private end(status: number, stoppedBy: Outcome["stoppedBy"]): false {
    this.status = status;
    this.stoppedBy = stoppedBy;
    return false;
  }

  /** |J p|. */
  private lengthAlong(step: Float64Array): number {
    const { n, work } = this;
    const { r, pivot } = this.jacobian;
    for (let j = 0; j < n; j++) {
      const p = step[pivot[j] as number] as number;
      for (let i = 0; i < j; i++) work[i] = (work[i] as number) + (r[j * n + i] as number) * p;
      work[j] = (r[j * n + j] as number) * p;
    }
    return lengthOf(work, 0, n, 1);
  }

  /** The largest cosine of the angle between r and a column of J. */
  private largestCosine(): number {
    const { n, length, state } = this;
    const { lengths } = this.folded;
    let largest = 0;
    if (length === 0) return largest;
    for (let j = 0; j < n; j++) {
      const columnLength = lengths[j] as number;
      if (columnLength > 0) largest = Math.max(largest, Math.abs(state.gradient(j) / length / columnLength));
    }
    return largest;
  }
}

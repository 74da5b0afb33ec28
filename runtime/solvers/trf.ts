import { DampedFactor, lengthOf } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";
import {
  type Bounds,
  colemanLi,
  isInside,
  isSame,
  isStrictlyInside,
  largestProduct,
  strictlyInside,
} from "./bounds.js";
import { leastStart } from "./least-start.js";
import { stateToReturnTo } from "./overshoot.js";
import { reflectedStep, type ScaledModel, valueAt } from "./reflected-step.js";
import { inverseScale } from "./scale.js";
import {
  norm,
  nowhere,
  type Objective,
  type Outcome,
  type Settings,
  type StartPoint,
  type StepSolver,
} from "./solver.js";
import { isExact, nextRadius, reductionRatio, stoppedByStatus, terminationStatus } from "./trust-region.js";
import { TrustRegionStep } from "./trust-region-step.js";

/**
 * Trust Region Reflective, as SciPy implements it with its exact solver (Branch, Coleman and Li,
 * SIAM J. Sci. Comput. 21 (1999) 1; Byrd, Schnabel and Schultz, Math. Program. 40 (1988) 247), on
 * the folded factor of J.
 *
 * The first-order conditions of a minimum with bounds are v g = 0, where v are the Coleman-Li
 * distances. Newton's method for them, in the variables x = d x^ with d = sqrt(v) times the scale
 * of the parameters, has the model |J d p|^2 / 2 + g'd p + p'C p / 2 with
 * C = diag(g dv scale) >= 0: the least-squares problem of J d with the rows of sqrt(C) below it.
 * Its solution within the radius is cut at the bounds, reflected from them, and compared with the
 * steepest descent, so that every iterate lies strictly inside. Without bounds v is 1 and C is 0,
 * which leaves a trust-region method.
 */
export class Trf implements StepSolver {
  x: Float64Array;
  state: FoldState = nowhere;
  nfev = 0;
  njev = 0;
  iteration = 0;
  stepNorm = 0;
  radius = 0;
  status = 0;
  stoppedBy: Outcome["stoppedBy"] = "max_evals";

  private objective: Objective | null = null;
  private settings: Settings | null = null;
  private bounds: Bounds;
  private first: FoldState = nowhere;
  /** The trial point; it swaps places with `x` when the step is accepted. */
  private point: Float64Array;
  private readonly lengths: Float64Array;
  private readonly gradient: Float64Array;
  private readonly v: Float64Array;
  private readonly dv: Float64Array;
  private readonly scaleInverse: Float64Array;
  private readonly model: ScaledModel;
  private readonly region: TrustRegionStep;
  /** J d with the rows of sqrt(C) below it. */
  private readonly curved: DampedFactor;
  private readonly step: Float64Array;
  private readonly work: Float64Array;
  private alpha = 0;
  /** The reduction that the model predicts for the step. */
  private reduction = 0;
  private optimality = 0;
  /** The status of the termination tests that the last step passed; 0 if it passed none. */
  private passed: 0 | 2 | 3 | 4 = 0;
  /** A trial point of this iteration was not finite, which shortened the step. */
  private blocked = false;

  constructor(private readonly n: number) {
    const vector = () => new Float64Array(n);
    this.x = vector();
    this.point = vector();
    this.lengths = vector();
    this.gradient = vector();
    this.v = vector();
    this.dv = vector();
    this.scaleInverse = vector();
    this.step = vector();
    this.work = vector();
    this.model = { n, d: vector(), J: new Float64Array(n * n), g: vector(), C: vector() };
    this.region = new TrustRegionStep(n);
    this.curved = new DampedFactor(n);
    this.bounds = { lower: vector(), upper: vector() };
  }

  begin(objective: Objective, { x, state, leastScale }: StartPoint, bounds: Bounds, settings: Settings): void {
    const { n, v, dv, scaleInverse, step, work } = this;
    this.objective = objective;
    this.settings = settings;
    this.bounds = bounds;
    this.x.set(x);
    this.state = state;
    this.first = state;
    this.nfev = 1;
    this.njev = 1;
    this.iteration = 0;
    this.alpha = 0;
    this.passed = 0;
    this.blocked = false;
    this.measure();
    inverseScale(settings.xScale, this.lengths, scaleInverse, true, leastScale);
    // The scale of the model's variables: the scale of the parameters times the square root of the
    // distances, which are measured in that scale too.
    for (let j = 0; j < n; j++) {
      const inverse = scaleInverse[j] as number;
      step[j] = inverse / Math.sqrt(dv[j] === 0 ? (v[j] as number) : (v[j] as number) * inverse);
      work[j] = (x[j] as number) * (step[j] as number);
    }
    const length = norm(work) || 1;
    const least = settings.scipy || objective.robust ? 0 : leastStart(state, step, work);
    this.radius = Math.max(length, least);
  }

  advance(): boolean {
    const { objective, settings, region } = this;
    if (objective === null || settings === null) throw new Error("fitc bug: a solver that has not begun");
    if (this.iteration > 0) {
      // The last step was accepted: decide whether the fit ends there.
      if (!settings.scipy && isExact(this.state.cost, this.first.cost)) return this.end(2, "precision");
      if (this.passed !== 0 && this.blocked) return this.end(-1, "not finite");
      this.measure();
      if (!settings.scipy && settings.xScale === "jac") this.checkScale(objective);
      inverseScale(settings.xScale, this.lengths, this.scaleInverse, false);
    }
    this.iteration++;
    if (this.optimality < settings.gtol || this.optimality === 0) return this.end(1, "gtol");
    if (this.passed !== 0) return this.end(this.passed, stoppedByStatus(this.passed));
    this.fillModel();
    region.factor(objective.residuals, objective.robust);
    this.blocked = false;
    while (this.nfev < settings.maxEvals) {
      region.take(this.radius, this.alpha);
      this.alpha = region.alpha;
      this.choose(region.step);
      if (this.tryStep(objective, settings)) return true;
      if (this.passed !== 0) {
        return this.blocked ? this.end(-1, "not finite") : this.end(this.passed, stoppedByStatus(this.passed));
      }
      // The step is below rounding, and the next one would be too.
      if (isSame(this.point, this.x)) return this.end(3, "precision");
    }
    return this.end(0, "max_evals");
  }

  /** Takes the last step back if it shows that the scale was wrong, and corrects the scale. */
  private checkScale(objective: Objective): void {
    const { x, state, point, lengths, scaleInverse } = this;
    const before = stateToReturnTo(objective, x, state, point, lengths, scaleInverse);
    if (before === null) return;
    this.njev++;
    this.x = point;
    this.point = x;
    this.state = before;
    this.passed = 0;
    this.measure();
  }

  /** Computes the column lengths of J, the gradient and the distances to the bounds. */
  private measure(): void {
    const { n, x, state, lengths, gradient, v, dv } = this;
    for (let j = 0; j < n; j++) {
      lengths[j] = state.columnNorm(j);
      gradient[j] = state.gradient(j);
    }
    colemanLi(x, gradient, this.bounds, v, dv);
    this.optimality = largestProduct(gradient, v);
  }

  /** Computes the quadratic model in the scaled variables, and its least-squares problem. */
  private fillModel(): void {
    const { n, state, gradient, v, dv, scaleInverse, work, region } = this;
    const { d, J, g, C } = this.model;
    let curved = false;
    for (let j = 0; j < n; j++) {
      const inverse = scaleInverse[j] as number;
      const scale = Math.sqrt(dv[j] === 0 ? (v[j] as number) : (v[j] as number) * inverse) / inverse;
      d[j] = scale;
      g[j] = (gradient[j] as number) * scale;
      C[j] = ((gradient[j] as number) * (dv[j] as number)) / inverse;
      work[j] = Math.sqrt(C[j] as number);
      if (work[j] !== 0) curved = true;
      for (let i = 0; i <= j; i++) J[j * n + i] = state.entry(i, j) * scale;
      region.f[j] = state.rhs(j);
    }
    region.r.set(J);
    region.gradient.set(g);
    if (!curved) return;
    this.curved.factor(region.r, work, region.f);
    this.curved.copyTo(region.r);
  }

  /**
   * Sets the trial point: by the trust-region step p or, if that leaves the bounds, by a better
   * one.
   */
  private choose(p: Float64Array): void {
    const { n, x, point, step, bounds, model, work } = this;
    for (let j = 0; j < n; j++) {
      step[j] = (p[j] as number) * (model.d[j] as number);
      point[j] = (x[j] as number) + (step[j] as number);
    }
    if (isInside(point, bounds)) {
      this.stepNorm = lengthOf(p, 0, n, 1);
      this.reduction = -valueAt(model, p, work);
    } else {
      const theta = Math.max(0.995, 1 - this.optimality);
      const chosen = reflectedStep(x, model, p, this.radius, bounds, theta);
      step.set(chosen.step);
      for (let j = 0; j < n; j++) point[j] = (x[j] as number) + (step[j] as number);
      this.stepNorm = lengthOf(chosen.scaledStep, 0, n, 1);
      this.reduction = chosen.reduction;
    }
    if (!isStrictlyInside(point, bounds)) point.set(strictlyInside(point, bounds, 0));
  }

  /** Moves to the trial point if the cost is lower there, and adapts the radius either way. */
  private tryStep(objective: Objective, settings: Settings): boolean {
    const { x, point, state, step, stepNorm } = this;
    const cost = objective.cost(point);
    this.nfev++;
    const actual = state.cost - cost;
    const next = actual > 0 ? objective.linearize(point) : null;
    if (cost === Number.POSITIVE_INFINITY || (actual > 0 && next === null)) {
      this.blocked = true;
      this.radius = 0.25 * stepNorm;
      return false;
    }
    const ratio = reductionRatio(actual, this.reduction);
    const previous = this.radius;
    this.radius = nextRadius(previous, ratio, stepNorm, stepNorm > 0.95 * previous);
    this.alpha *= previous / this.radius;
    this.passed = terminationStatus(actual, state.cost, norm(step), norm(x), ratio, settings);
    if (next === null) return false;
    this.x = point;
    this.point = x;
    // The state at the start belongs to the caller.
    if (state !== this.first) objective.release(state);
    this.state = next;
    this.njev++;
    return true;
  }

  private end(status: number, stoppedBy: Outcome["stoppedBy"]): false {
    this.status = status;
    this.stoppedBy = stoppedBy;
    return false;
  }
}

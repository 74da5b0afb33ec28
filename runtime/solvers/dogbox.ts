import { below, pick } from "../../math/dense/small-arrays.js";
import type { FoldState } from "../fold/state.js";
import { type Bounds, isSame } from "./bounds.js";
import { type Dogleg, doglegStep } from "./dogleg-step.js";
import { product, shortestStep } from "./least-squares.js";
import { leastStart } from "./least-start.js";
import { stateToReturnTo } from "./overshoot.js";
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

/** LAPACK's `gelsd` treats singular values up to this fraction of the largest as zero. */
const lapackRounding = Number.EPSILON / 2;

/**
 * Dogleg steps in a rectangular trust region, as SciPy's `dogbox` takes them with its exact solver
 * (Voglis and Lagaris, A rectangular trust region dogleg approach for unconstrained and bound
 * constrained nonlinear optimization, WSEAS Applied Mathematics, Corfu 2004; Nocedal and Wright,
 * Numerical Optimization, 2nd ed., section 4.1), on the folded factor of J.
 *
 * Both the region |p_j| <= radius scale_j and the bounds are boxes, and so is their intersection.
 * Parameters on a bound are left out if the descent direction points through that bound. For the
 * others, the step follows the negative gradient to the minimum of the model or to the box, and
 * from there it turns towards the Gauss-Newton step and ends at that step or at the box
 * (`dogleg-step.ts`). Iterates may lie on bounds.
 */
export class Dogbox implements StepSolver {
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
  private readonly scaleInverse: Float64Array;
  private readonly work: Float64Array;
  /** The bound that each parameter is on: -1 lower, 1 upper, 0 neither. */
  private readonly onBound: Int8Array;
  /** The linear model of this iteration. */
  private model: Model = { free: [], J: new Float64Array(0), g: new Float64Array(0), newton: new Float64Array(0) };
  /** The status of the termination tests that the last step passed; 0 if it passed none. */
  private passed: 0 | 2 | 3 | 4 = 0;
  /** A trial point of this iteration was not finite, which shortened the step. */
  private blocked = false;

  constructor(private readonly n: number) {
    const vector = () => new Float64Array(n);
    this.x = vector();
    this.point = vector();
    this.lengths = vector();
    this.scaleInverse = vector();
    this.work = vector();
    this.onBound = new Int8Array(n);
    this.bounds = { lower: vector(), upper: vector() };
  }

  begin(objective: Objective, { x, state, leastScale }: StartPoint, bounds: Bounds, settings: Settings): void {
    const { n, work, scaleInverse } = this;
    this.objective = objective;
    this.settings = settings;
    this.bounds = bounds;
    this.x.set(x);
    this.state = state;
    this.first = state;
    this.nfev = 1;
    this.njev = 1;
    this.iteration = 0;
    this.passed = 0;
    this.blocked = false;
    this.measure();
    inverseScale(settings.xScale, this.lengths, scaleInverse, true, leastScale);
    for (let j = 0; j < n; j++) work[j] = (x[j] as number) * (scaleInverse[j] as number);
    this.placeOnBounds();
    const length = largest(work) || 1;
    const least = settings.scipy || objective.robust ? 0 : leastStart(state, scaleInverse, work);
    this.radius = Math.max(length, least);
  }

  advance(): boolean {
    const { objective, settings } = this;
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
    const gradient = this.state.gradients();
    const free = this.freeAlong(gradient);
    const g = pick(gradient, free);
    const optimality = largest(g);
    if (optimality < settings.gtol || optimality === 0) return this.end(1, "gtol");
    if (this.passed !== 0) return this.end(this.passed, stoppedByStatus(this.passed));
    if (this.nfev >= settings.maxEvals) return this.end(0, "max_evals");
    this.model = this.modelOf(free, g, objective.robust);
    const Jg = product(this.model.J, this.n, g);
    const quadratic = { a: 0.5 * inner(Jg, Jg), b: -inner(g, g) };
    const room = this.roomOf(free);
    this.blocked = false;
    while (this.nfev < settings.maxEvals) {
      const reach = Float64Array.from(free, (j) => this.radius / (this.scaleInverse[j] as number));
      const trial = doglegStep(this.model.newton, g, quadratic, reach, room);
      if (this.tryStep(objective, settings, trial)) return true;
      if (this.passed !== 0) {
        return this.blocked ? this.end(-1, "not finite") : this.end(this.passed, stoppedByStatus(this.passed));
      }
      // The step is below rounding, and the next one would be too.
      if (isSame(this.point, this.x)) return this.end(3, "precision");
    }
    return this.end(0, "max_evals");
  }

  /** Finds the parameters that lie on a bound. */
  private placeOnBounds(): void {
    const { x, bounds, onBound } = this;
    for (let j = 0; j < this.n; j++) {
      onBound[j] = x[j] === bounds.upper[j] ? 1 : x[j] === bounds.lower[j] ? -1 : 0;
    }
  }

  /** Computes the column lengths of J. */
  private measure(): void {
    for (let j = 0; j < this.n; j++) this.lengths[j] = this.state.columnNorm(j);
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
    this.placeOnBounds();
    this.measure();
  }

  /**
   * The parameters that are not on a bound, or whose descent direction does not point through it.
   */
  private freeAlong(gradient: Float64Array): readonly number[] {
    return below(this.n, (j) => !((this.onBound[j] as number) * (gradient[j] as number) < 0));
  }

  private modelOf(free: readonly number[], g: Float64Array, robust: boolean): Model {
    const { n, state } = this;
    const J = columnsOf(state, free);
    const r = state.rightHandSide();
    return { free, J, g, newton: shortestStep(J, n, free.length, r, robust ? g : null, lapackRounding) };
  }

  /** The bounds relative to the iterate. */
  private roomOf(free: readonly number[]): Bounds {
    const { x, bounds } = this;
    return {
      lower: Float64Array.from(free, (j) => (bounds.lower[j] as number) - (x[j] as number)),
      upper: Float64Array.from(free, (j) => (bounds.upper[j] as number) - (x[j] as number)),
    };
  }

  /** Moves to the trial point if the cost is lower there, and adapts the radius either way. */
  private tryStep(objective: Objective, settings: Settings, { step, hits, atRadius }: Dogleg): boolean {
    const { n, x, point, state, bounds, onBound } = this;
    const { free, J, g } = this.model;
    const Jp = product(J, n, step);
    const predicted = -(0.5 * inner(Jp, Jp) + inner(g, step));
    point.set(x);
    for (const [c, j] of free.entries()) {
      const to = (x[j] as number) + (step[c] as number);
      point[j] = Math.min(Math.max(to, bounds.lower[j] as number), bounds.upper[j] as number);
    }
    const cost = objective.cost(point);
    this.nfev++;
    this.stepNorm = largest(step.map((value, c) => value * (this.scaleInverse[free[c] as number] as number)));
    const actual = state.cost - cost;
    if (actual > 0) {
      for (const [c, j] of free.entries()) {
        if (hits[c] !== 0) point[j] = (hits[c] === 1 ? bounds.upper[j] : bounds.lower[j]) as number;
      }
    }
    const next = actual > 0 ? objective.linearize(point) : null;
    if (cost === Number.POSITIVE_INFINITY || (actual > 0 && next === null)) {
      this.blocked = true;
      this.radius = 0.25 * this.stepNorm;
      return false;
    }
    const ratio = reductionRatio(actual, predicted);
    this.radius = nextRadius(this.radius, ratio, this.stepNorm, atRadius);
    this.passed = terminationStatus(actual, state.cost, norm(step), norm(x), ratio, settings);
    if (next === null) return false;
    this.x = point;
    this.point = x;
    // The state at the start belongs to the caller.
    if (state !== this.first) objective.release(state);
    this.state = next;
    this.njev++;
    for (const [c, j] of free.entries()) onBound[j] = hits[c] as number;
    return true;
  }

  private end(status: number, stoppedBy: Outcome["stoppedBy"]): false {
    this.status = status;
    this.stoppedBy = stoppedBy;
    return false;
  }
}

/** The linear model at an iterate, restricted to the parameters that may move. */
interface Model {
  readonly free: readonly number[];
  /** The columns of the folded J for these parameters, column-major. */
  readonly J: Float64Array;
  readonly g: Float64Array;
  /** The Gauss-Newton step. */
  readonly newton: Float64Array;
}

/** The chosen columns of the folded J, column-major. */
function columnsOf(state: FoldState, free: readonly number[]): Float64Array {
  const J = new Float64Array(state.n * free.length);
  for (const [c, j] of free.entries()) state.copyColumn(j, J, c * state.n);
  return J;
}

function inner(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, j) => sum + value * (b[j] as number), 0);
}

/** The largest absolute value of an entry. */
function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

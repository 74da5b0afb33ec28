import type { FoldState } from "../fold/state.js";
import { type Bounds, stepToBound } from "./bounds.js";
import { product, shortestStep } from "./least-squares.js";
import { leastStart } from "./least-start.js";
import { minimiseQuadratic } from "./quadratic.js";
import { inverseScale } from "./scale.js";
import type { Objective, Outcome, Settings, Solver, StartPoint } from "./solver.js";
import { norm } from "./solver.js";
import { isExact, nextRadius, reductionRatio, stoppedByStatus, terminationStatus } from "./trust-region.js";

/** LAPACK's `gelsd` takes singular values up to this part of the largest for zero. */
const lapackRounding = Number.EPSILON / 2;

/**
 * Dogleg steps in a rectangular trust region, as SciPy's `dogbox` takes them with its exact solver (Voglis and Lagaris, A rectangular
 * trust region dogleg approach for unconstrained and bound constrained nonlinear optimization, WSEAS Applied Mathematics, Corfu
 * 2004; Nocedal and Wright, Numerical Optimization, 2nd ed., section 4.1), on the folded factor of J.
 *
 * The region |p_j| <= radius scale_j and the bounds are both boxes, and so is what they share. Parameters on a bound that the
 * descent points through are left out. In the others the step goes along the gradient to the minimum of the model or to the box,
 * and from there towards the Gauss-Newton step, to it or to the box. Iterates may lie on bounds.
 */
export function* dogbox(objective: Objective, start: StartPoint, bounds: Bounds, settings: Settings): Solver {
  const { gtol, maxEvals, xScale } = settings;
  let { x, state } = start;
  const n = x.length;
  let nfev = 1;
  let njev = 1;
  const scaleInverse = new Float64Array(n);
  inverseScale(xScale, lengthsOf(state), scaleInverse, true);
  let radius = largest(x.map((value, j) => value * (scaleInverse[j] as number))) || 1;
  if (!settings.scipy)
    radius = Math.max(radius, leastStart(state, scaleInverse, objective.robust, new Float64Array(n)));
  const onBound = Int8Array.from(x, (value, j) => (value === bounds.upper[j] ? 1 : value === bounds.lower[j] ? -1 : 0));
  let status: 0 | 2 | 3 | 4 = 0;
  const end = (code: number, stoppedBy: Outcome["stoppedBy"]): Outcome => ({
    x,
    state,
    status: code,
    stoppedBy,
    nfev,
    njev,
  });

  for (let iteration = 1; ; iteration++) {
    const gradient = state.gradients();
    const free = Array.from(x, (_, j) => j).filter((j) => !((onBound[j] as number) * (gradient[j] as number) < 0));
    const pick = (values: Float64Array): Float64Array => Float64Array.from(free, (j) => values[j] as number);
    const g = pick(gradient);
    const optimality = largest(g);
    if (optimality < gtol || optimality === 0) return end(1, "gtol");
    if (status !== 0) return end(status, stoppedByStatus(status));
    if (nfev >= maxEvals) return end(0, "max_evals");

    const J = columnsOf(state, free);
    const r = state.rightHandSide();
    const newton = shortestStep(J, n, free.length, r, objective.robust ? g : null, lapackRounding);
    const Jg = product(J, n, g);
    const quadratic = { a: 0.5 * inner(Jg, Jg), b: -inner(g, g) };
    const room = {
      lower: Float64Array.from(free, (j) => (bounds.lower[j] as number) - (x[j] as number)),
      upper: Float64Array.from(free, (j) => (bounds.upper[j] as number) - (x[j] as number)),
    };
    // A trial point at which something is not finite shortens the step; a stop on steps so shortened is no convergence.
    let blocked = false;
    let actual = -1;
    while (actual <= 0 && nfev < maxEvals) {
      const reach = Float64Array.from(free, (j) => radius / (scaleInverse[j] as number));
      const trial = doglegStep(newton, g, quadratic, reach, room);
      const Jp = product(J, n, trial.step);
      const predicted = -(0.5 * inner(Jp, Jp) + inner(g, trial.step));
      const point = x.slice();
      for (const [c, j] of free.entries()) {
        const to = (x[j] as number) + (trial.step[c] as number);
        point[j] = Math.min(Math.max(to, bounds.lower[j] as number), bounds.upper[j] as number);
      }
      const cost = objective.cost(point);
      nfev++;
      const stepNorm = largest(trial.step.map((value, c) => value * (scaleInverse[free[c] as number] as number)));
      actual = state.cost - cost;
      if (actual > 0) {
        for (const [c, j] of free.entries()) {
          if (trial.hits[c] !== 0) point[j] = (trial.hits[c] === 1 ? bounds.upper[j] : bounds.lower[j]) as number;
        }
      }
      const next = actual > 0 ? objective.linearize(point) : null;
      if (cost === Number.POSITIVE_INFINITY || (actual > 0 && next === null)) {
        blocked = true;
        actual = -1;
        radius = 0.25 * stepNorm;
        continue;
      }
      const ratio = reductionRatio(actual, predicted);
      radius = nextRadius(radius, ratio, stepNorm, trial.atRadius);
      status = terminationStatus(actual, state.cost, norm(trial.step), norm(x), ratio, settings);
      if (next !== null) {
        x = point;
        state = next;
        njev++;
        for (const [c, j] of free.entries()) onBound[j] = trial.hits[c] as number;
        inverseScale(xScale, lengthsOf(state), scaleInverse, false);
        const answer = yield { iteration, nfev, x: x.slice(), cost: state.cost, stepNorm, radius };
        if (answer === "stop") return end(-2, "caller");
        if (!settings.scipy && isExact(state.cost, start.state.cost)) return end(2, "precision");
      }
      if (status !== 0) {
        if (blocked) return end(-1, "not finite");
        break;
      }
      // The step is below rounding, and so would be the next.
      if (next === null && point.every((value, j) => value === x[j])) return end(3, "precision");
    }
  }
}

interface Box {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

interface Dogleg {
  readonly step: Float64Array;
  /** The bounds that it ends on: -1 lower, 1 upper, 0 none. */
  readonly hits: Int8Array;
  /** It ends on the boundary of the trust region. */
  readonly atRadius: boolean;
}

/**
 * The end of the dogleg within the trust region and the bounds.
 *
 * @param newton the Gauss-Newton step
 * @param quadratic the model along the steepest descent: t -> a t^2 + b t
 * @param reach how far the trust region goes, for each parameter
 * @param room the bounds as seen from the iterate
 */
function doglegStep(
  newton: Float64Array,
  g: Float64Array,
  { a, b }: { readonly a: number; readonly b: number },
  reach: Float64Array,
  room: Box,
): Dogleg {
  const box = {
    lower: room.lower.map((value, c) => Math.max(value, -(reach[c] as number))),
    upper: room.upper.map((value, c) => Math.min(value, reach[c] as number)),
  };
  const hits = new Int8Array(newton.length);
  if (newton.every((value, c) => value >= (box.lower[c] as number) && value <= (box.upper[c] as number))) {
    return { step: newton, hits, atRadius: false };
  }
  const { stride } = stepToBound(new Float64Array(g.length), g.map(negate), box);
  const { t } = minimiseQuadratic(a, b, 0, 0, stride);
  const cauchy = g.map((slope) => -t * slope);
  const on = newton.map((value, c) => value - (cauchy[c] as number));
  const crossing = stepToBound(cauchy, on, box);
  let atRadius = false;
  for (const [c, hit] of crossing.hits.entries()) {
    if (!hit) continue;
    const side = (on[c] as number) < 0 ? -1 : 1;
    const end = side < 0 ? box.lower : box.upper;
    if (end[c] === (side < 0 ? room.lower : room.upper)[c]) hits[c] = side;
    if (end[c] === side * (reach[c] as number)) atRadius = true;
  }
  return { step: cauchy.map((value, c) => value + crossing.stride * (on[c] as number)), hits, atRadius };
}

/** The chosen columns of the folded J, column-major. */
function columnsOf(state: FoldState, free: readonly number[]): Float64Array {
  const J = new Float64Array(state.n * free.length);
  for (const [c, j] of free.entries()) state.copyColumn(j, J, c * state.n);
  return J;
}

/** The lengths of the columns of J. */
function lengthsOf(state: FoldState): Float64Array {
  return Float64Array.from({ length: state.n }, (_, j) => state.columnNorm(j));
}

function inner(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, j) => sum + value * (b[j] as number), 0);
}

/** The largest size of an entry. */
function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function negate(value: number): number {
  return -value;
}

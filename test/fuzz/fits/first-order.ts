import type { LossName } from "../../../runtime/contract/losses.js";

/*
 * Judges the end of a fit by nothing but the residuals and the Jacobian of the model: by how much
 * could the cost still be reduced? Written apart from the runtime, so that the tests of the runtime
 * are not judged by themselves.
 */

/** A problem of least squares, with a loss and bounds. */
export interface Problem {
  residuals(x: ArrayLike<number>): Float64Array;
  /** Row-major, residuals x parameters. */
  jacobian(x: ArrayLike<number>): Float64Array;
  readonly loss: { readonly name: LossName; readonly scale: number };
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  /** The length of the observations, in units of the residuals, to which rounding is relative. */
  readonly observed: number;
}

/** What could still be gained at a point; each as a fraction of the cost there. */
export interface Judgement {
  readonly cost: number;
  /** The residuals are rounding, of the observations or of the residuals at the start. */
  readonly exact: boolean;
  /** What a Gauss-Newton step promises in the directions that are determined. */
  readonly promised: number;
  /** What a parabola along that step promises; infinite without a positive curvature. */
  readonly parabola: number;
  /** What walking downhill along that step, or along damped ones, does gain. */
  readonly realised: number;
  /** The number of columns of the Jacobian that are zero. */
  readonly dead: number;
  /** The number of directions that are open, as no bound closes them, but not determined. */
  readonly undetermined: number;
}

/** At a minimum no more than this fraction of the cost can be gained. */
export const stationary = 1e-6;
/** Smaller singular values of equilibrated columns are rounding. */
const resolved = 1e-10;
/** Residuals up to this fraction of the observations are rounding. */
const rounding = 1e-11;

export function judge(problem: Problem, x: ArrayLike<number>, startCost: number): Judgement {
  const here = linearized(problem, x);
  const { r, cost } = here;
  const scale = problem.observed + lengthOf(r);
  const exact = Math.sqrt(2 * cost) <= rounding * scale || cost <= Number.EPSILON ** 2 * startCost;
  // The model is computed from terms, whose rounding stays in their difference.
  const terms = scale + Math.max(0, ...here.columns.map((column, j) => lengthOf(column) * Math.abs(x[j] as number)));
  const { steps, ...found } = gaussNewton(problem, x, here, terms);
  const step = steps(0);
  if (exact || !(found.promised > stationary)) return { cost, exact, parabola: found.promised, realised: 0, ...found };
  const noise = 8 * Number.EPSILON * terms * Math.sqrt(2 * cost);
  const { gain, at } = parabolaAlong(problem, x, here.gradient, step);
  const lowest = Math.min(
    downhill(
      problem,
      [...parts, at].sort((a, b) => a - b).map((t) => moved(x, step, t)),
      cost,
      noise,
    ),
    downhill(
      problem,
      dampings.map((damping) => moved(x, steps(damping), 1)),
      cost,
      noise,
    ),
  );
  const realised = cost - lowest > noise ? (cost - lowest) / cost : 0;
  return { cost, exact, parabola: gain / cost, realised, ...found };
}

/** Parts of the step: tiny ones too, as beside a saddle the step is much too long. */
const parts: readonly number[] = Array.from({ length: 81 }, (_, k) => 10 ** (k / 4 - 20));
/** Damping from that of a tiny step down the gradient to almost none, for equilibrated columns. */
const dampings: readonly number[] = Array.from({ length: 81 }, (_, k) => 10 ** (20 - (3 * k) / 8));

/** Whether a success at this point is one that first-order conditions contradict. */
export const isFalse = ({ exact, realised }: Judgement): boolean => !exact && realised > stationary;
/** Whether neither the Gauss-Newton step nor the parabola along it backs a success. */
export const isUnbacked = ({ exact, promised, parabola }: Judgement): boolean =>
  !exact && promised > stationary && !(parabola <= stationary);

/** rho and its derivative at z. */
const losses: Readonly<Record<LossName, (z: number) => readonly [number, number]>> = {
  linear: (z) => [z, 1],
  soft_l1: (z) => [(2 * z) / (Math.sqrt(1 + z) + 1), 1 / Math.sqrt(1 + z)],
  huber: (z) => (z <= 1 ? [z, 1] : [2 * Math.sqrt(z) - 1, 1 / Math.sqrt(z)]),
  cauchy: (z) => [Math.log1p(z), 1 / (1 + z)],
  arctan: (z) => [Math.atan(z), 1 / (1 + z * z)],
};

export function costAt({ residuals, loss: { name, scale } }: Problem, x: ArrayLike<number>): number {
  const rho = losses[name];
  let sum = 0;
  for (const r of residuals(x)) sum += name === "linear" ? r * r : scale * scale * rho((r / scale) ** 2)[0];
  return sum / 2;
}

interface Linearized {
  /** Residuals and columns of the Jacobian, times the root of rho'. */
  readonly r: Float64Array;
  readonly columns: readonly Float64Array[];
  readonly gradient: Float64Array;
  readonly cost: number;
}

function linearized(problem: Problem, x: ArrayLike<number>): Linearized {
  const { name, scale } = problem.loss;
  const r = problem.residuals(x).slice();
  const j = problem.jacobian(x);
  const n = x.length;
  const roots = r.map((value) => (name === "linear" ? 1 : Math.sqrt(losses[name]((value / scale) ** 2)[1])));
  const columns = Array.from({ length: n }, (_, k) => r.map((_, i) => (j[i * n + k] as number) * (roots[i] as number)));
  for (const [i, root] of roots.entries()) r[i] = (r[i] as number) * root;
  const gradient = Float64Array.from(columns, (column) => dot(column, r));
  return { r, columns, gradient, cost: costAt(problem, x) };
}

/**
 * The Gauss-Newton step in the directions that are open and determined, with any damping, and what
 * it promises inside the bounds: of the step until it meets a bound, and of those in the parameters
 * that are then still free, the one that promises most.
 */
function gaussNewton(problem: Problem, x: ArrayLike<number>, here: Linearized, terms: number): BoxedStep {
  const { columns, gradient, cost } = here;
  const alive = columns.flatMap((column, j) => (lengthOf(column) > 0 ? [j] : []));
  let open = alive.filter((j) => {
    const slope = gradient[j] as number;
    const way = (x[j] as number) - ((slope > 0 ? problem.lower[j] : problem.upper[j]) as number);
    return !(Math.abs(slope * way) <= stationary * cost);
  });
  const first = gaussNewtonIn(open, here, terms);
  let best = first;
  let most = 0;
  for (let next = first; open.length > 0; next = gaussNewtonIn(open, here, terms)) {
    const { stride, blocking } = strideIn(problem, x, next.steps(0));
    // Along the step the linear model gains stride (2 - stride) of what it promises.
    const promised = next.promised * stride * (2 - stride);
    if (promised > most) {
      most = promised;
      best = { ...next, steps: (damping) => next.steps(damping).map((d) => stride * d) };
    }
    if (blocking < 0) break;
    open = open.filter((j) => j !== blocking);
  }
  const { undetermined } = first;
  return { steps: best.steps, promised: most, dead: columns.length - alive.length, undetermined };
}

type BoxedStep = Pick<Judgement, "promised" | "dead" | "undetermined"> & {
  readonly steps: (damping: number) => Float64Array;
};

/** How much of a step stays in the bounds, at most all of it, and which parameter ends it or -1. */
function strideIn({ lower, upper }: Problem, x: ArrayLike<number>, step: Float64Array) {
  let stride = 1;
  let blocking = -1;
  for (const [j, d] of step.entries()) {
    const room = ((d > 0 ? upper[j] : lower[j]) as number) - (x[j] as number);
    if (d === 0 || !(room / d < stride)) continue;
    stride = room / d;
    blocking = j;
  }
  return { stride, blocking };
}

/** The Gauss-Newton step in some of the parameters, without bounds. */
function gaussNewtonIn(
  open: readonly number[],
  { r, columns, cost }: Linearized,
  terms: number,
): Omit<BoxedStep, "dead"> {
  const { u, v, s, norms } = equilibrated(open.map((j) => columns[j] as Float64Array));
  const largest = Math.max(0, ...s);
  const components: { readonly along: number; readonly k: number }[] = [];
  let rank = 0;
  for (const [k, sigma] of s.entries()) {
    if (!(sigma > resolved * largest)) continue;
    rank++;
    const along = dot(u[k] as Float64Array, r);
    // The rounding of the residuals, and of the sums that are the gradient.
    const noise = 4 * Number.EPSILON * (terms + (lengthOf(r) * Math.sqrt(r.length)) / sigma);
    if (!(Math.abs(along) > noise)) continue;
    components.push({ along, k });
  }
  const steps = (damping: number): Float64Array => {
    const step = new Float64Array(columns.length);
    for (const { along, k } of components) {
      const sigma = s[k] as number;
      const length = (-along * sigma) / (sigma ** 2 + damping);
      for (const [i, j] of open.entries()) {
        step[j] = (step[j] as number) + ((v[k]?.[i] as number) * length) / (norms[i] as number);
      }
    }
    return step;
  };
  const promised = components.reduce((sum, { along }) => sum + along ** 2, 0) / (2 * cost);
  return { steps, promised, undetermined: open.length - rank };
}

/** The gain of a step to the minimum of the parabola along a direction, and where that is. */
function parabolaAlong(
  problem: Problem,
  x: ArrayLike<number>,
  gradient: Float64Array,
  step: Float64Array,
): { readonly gain: number; readonly at: number } {
  const relative = Math.max(...step.map((d, j) => Math.abs(d / (x[j] || d || 1))));
  const h = 1e-6 / relative;
  const there = linearized(problem, moved(x, step, h)).gradient;
  const slope = dot(gradient, step);
  const curvature = (dot(there, step) - slope) / h;
  return curvature > 0 ? { gain: slope ** 2 / curvature / 2, at: -slope / curvature } : { gain: Infinity, at: 1 };
}

/** A rise by less than this fraction of the cost may be the rounding of the model. */
const ridge = 1e-7;

/**
 * The cost to which a path leads downhill, kept in the bounds. It ends where the cost rises: what
 * lies behind a ridge is another minimum.
 */
function downhill(problem: Problem, path: readonly Float64Array[], cost: number, noise: number): number {
  let lowest = cost;
  for (const x of path) {
    const inside = x.map((value, j) =>
      Math.min(Math.max(value, problem.lower[j] as number), problem.upper[j] as number),
    );
    const there = costAt(problem, inside);
    if (!(there <= lowest + Math.max(noise, ridge * cost))) break;
    lowest = Math.min(lowest, there);
  }
  return lowest;
}

const moved = (x: ArrayLike<number>, step: Float64Array, t: number): Float64Array =>
  step.map((d, j) => (x[j] as number) + t * d);

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

export function lengthOf(a: Float64Array): number {
  const largest = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(largest > 0) || !Number.isFinite(largest)) return largest;
  return largest * Math.sqrt(a.reduce((sum, value) => sum + (value / largest) ** 2, 0));
}

interface Decomposition {
  /** The left singular vectors. */
  readonly u: readonly Float64Array[];
  /** The right singular vectors. */
  readonly v: readonly Float64Array[];
  readonly s: readonly number[];
}

/** The singular value decomposition of columns divided by their lengths, and these lengths. */
export function equilibrated(columns: readonly Float64Array[]): Decomposition & { readonly norms: readonly number[] } {
  const norms = columns.map(lengthOf);
  return { norms, ...svd(columns.map((column, j) => column.map((value) => value / (norms[j] || 1)))) };
}

/**
 * The singular value decomposition of a matrix given by its columns, by one-sided Jacobi rotations
 * (Golub and Van Loan, 4th ed., 8.6.3), which find small singular values accurately.
 */
function svd(columns: readonly Float64Array[]): Decomposition {
  const u = columns.map((column) => column.slice());
  const v = columns.map((_, k) => Float64Array.from(columns, (_, i) => (i === k ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep++) {
    let rotated = false;
    for (const [p, up] of u.entries()) {
      for (const [offset, uq] of u.slice(p + 1).entries()) {
        const [a, b, c] = [dot(up, up), dot(uq, uq), dot(up, uq)];
        if (!(Math.abs(c) > 1e-16 * Math.sqrt(a * b))) continue;
        rotated = true;
        const zeta = (b - a) / (2 * c);
        const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
        rotate(up, uq, tangent);
        rotate(v[p] as Float64Array, v[p + 1 + offset] as Float64Array, tangent);
      }
    }
    if (!rotated) break;
  }
  const s = u.map(lengthOf);
  return { u: u.map((column, k) => column.map((value) => value / (s[k] || 1))), v, s };
}

function rotate(a: Float64Array, b: Float64Array, tangent: number): void {
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = cosine * tangent;
  for (let i = 0; i < a.length; i++) {
    const [first, second] = [a[i] as number, b[i] as number];
    a[i] = cosine * first - sine * second;
    b[i] = sine * first + cosine * second;
  }
}

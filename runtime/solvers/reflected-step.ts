import { type Bounds, stepToBound } from "./bounds.js";
import { minimiseQuadratic } from "./quadratic.js";
import { norm } from "./solver.js";

/**
 * m(p) = |J p|^2 / 2 + g'p + p'C p / 2, in the scaled variables. Multiplying by d turns a scaled
 * step into a step of the parameters.
 */
export interface ScaledModel {
  readonly n: number;
  readonly d: Float64Array;
  /** Upper-triangular, column-major. */
  readonly J: Float64Array;
  readonly g: Float64Array;
  /** The diagonal of C, which is not negative. */
  readonly C: Float64Array;
}

export interface SelectedStep {
  readonly step: Float64Array;
  readonly scaledStep: Float64Array;
  /** The reduction that the model predicts. */
  readonly reduction: number;
}

/**
 * The best of three steps when the trust-region step p leaves the bounds (Branch, Coleman and Li
 * 1999, section 4): p cut at a fraction theta of the distance to the bound; p to the bound and on
 * along its reflection there; and the steepest descent.
 */
export function reflectedStep(
  x: Float64Array,
  model: ScaledModel,
  p: Float64Array,
  radius: number,
  bounds: Bounds,
  theta: number,
): SelectedStep {
  const { d, g } = model;
  const unscale = (step: Float64Array): Float64Array => step.map((value, j) => value * (d[j] as number));
  const full = unscale(p);
  const toBound = stepToBound(x, full, bounds);
  const cut = scaled(p, theta * toBound.stride);
  const candidates = [{ scaledStep: cut, value: valueAt(model, cut, new Float64Array(model.n)) }];

  const onBound = scaled(p, toBound.stride);
  const reflected = p.map((value, j) => (toBound.hits[j] ? -value : value));
  const toRadius = distanceToSphere(onBound, reflected, radius);
  const toNextBound = stepToBound(add(x, unscale(onBound), 1), unscale(reflected), bounds).stride;
  const reach = Math.min(toNextBound, toRadius);
  // Strictly inside: neither back on the bound where it starts, nor on the next one.
  const least = ((1 - theta) * toBound.stride) / reach;
  const most = reach === toNextBound ? theta * toNextBound : toRadius;
  if (reach > 0 && least <= most) {
    const best = minimiseAlong(model, reflected, least, most, onBound);
    candidates.push({ scaledStep: add(onBound, reflected, best.t), value: best.value });
  }

  const descent = scaled(g, -1);
  const descentToBound = stepToBound(x, unscale(descent), bounds).stride;
  const descentToRadius = radius / norm(descent);
  const limit = descentToBound < descentToRadius ? theta * descentToBound : descentToRadius;
  const steepest = minimiseAlong(model, descent, 0, limit, new Float64Array(model.n));
  candidates.push({ scaledStep: scaled(descent, steepest.t), value: steepest.value });

  // In a tie the last candidate, the steepest descent, wins.
  const best = candidates.reduce((lowest, candidate) => (lowest.value < candidate.value ? lowest : candidate));
  return { step: unscale(best.scaledStep), scaledStep: best.scaledStep, reduction: -best.value };
}

/** Computes J p into `out`. */
function product({ n, J }: ScaledModel, p: Float64Array, out: Float64Array): Float64Array {
  out.fill(0);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i <= j; i++) out[i] = (out[i] as number) + (J[j * n + i] as number) * (p[j] as number);
  }
  return out;
}

/**
 * m(p).
 * @param Jp overwritten
 */
export function valueAt(model: ScaledModel, p: Float64Array, Jp: Float64Array): number {
  product(model, p, Jp);
  return 0.5 * (inner(Jp, Jp) + curvature(model, p, p)) + inner(model.g, p);
}

/** Minimises t -> m(from + t along) for t in [low, high]. */
function minimiseAlong(
  model: ScaledModel,
  along: Float64Array,
  low: number,
  high: number,
  from: Float64Array,
): { t: number; value: number } {
  const Ja = product(model, along, new Float64Array(model.n));
  const Jf = product(model, from, new Float64Array(model.n));
  const a = 0.5 * (inner(Ja, Ja) + curvature(model, along, along));
  const b = inner(model.g, along) + inner(Jf, Ja) + curvature(model, from, along);
  const c = 0.5 * (inner(Jf, Jf) + curvature(model, from, from)) + inner(model.g, from);
  return minimiseQuadratic(a, b, c, low, high);
}

function curvature({ C }: ScaledModel, p: Float64Array, q: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < p.length; j++) sum += (p[j] as number) * (C[j] as number) * (q[j] as number);
  return sum;
}

/**
 * The positive t with |from + t along| = radius, where `from` lies inside the sphere. Computed
 * without cancellation.
 */
function distanceToSphere(from: Float64Array, along: Float64Array, radius: number): number {
  const a = inner(along, along);
  const b = inner(from, along);
  const c = Math.min(0, inner(from, from) - radius * radius);
  const root = Math.sqrt(b * b - a * c);
  const q = -(b + (b < 0 ? -root : root));
  return Math.max(q / a, c / q);
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number);
  return sum;
}

function add(a: Float64Array, b: Float64Array, factor: number): Float64Array {
  return a.map((value, j) => value + factor * (b[j] as number));
}

function scaled(a: Float64Array, factor: number): Float64Array {
  return a.map((value) => value * factor);
}

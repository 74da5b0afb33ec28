import type { ConstrainedFit, ConstrainedPoint } from "./constrained-fit.js";

/** The least cost at a distance along a ray, and tau, the root of its rise over that of the fit in units of the variance. */
export interface PathPoint {
  readonly distance: number;
  /** Negative where the cost is below that of the fit. */
  readonly tau: number;
  readonly point: ConstrainedPoint;
}

/**
 * Why a ray ends: tau reached the level; a parameter reached its bound before; a derived quantity came to the limit of the values that
 * it can have; tau never reaches the level; or the model has no finite value, or no minimum, beyond.
 */
export type EndKind = "level" | "bound" | "limit" | "open" | "not finite";

export interface ProfilePath {
  /** From the fit outwards, in the order of their distance. */
  readonly points: readonly PathPoint[];
  /** The last of the points. */
  readonly end: PathPoint;
  readonly endKind: EndKind;
}

export interface PathRequest {
  readonly fit: ConstrainedFit;
  readonly origin: ConstrainedPoint;
  /** Of the values of the held quantities, and how far the box of the parameters lets them go along it. */
  readonly direction: readonly number[];
  readonly reach: number;
  /** The variance of a residual, and the tau to be found. */
  readonly variance: number;
  readonly level: number;
}

/** The way to the level is made in so many steps of tau, each from the minimum before it: one branch of minima is followed. */
const stages = 4;
/** A ray is open where the level is not reached within so many times the distance of the linearised model. */
const farthest = 1e6;
const mostSteps = 100;
/** Relative to the level: what is left of the error of tau at the end. */
const close = 1e-10;
/** A bracket this narrow against the distance is a point. */
const narrow = 1e-13;
/** Where tau is this far from the level, no closer point is to be had: the least cost jumps. */
const jump = 1e-6;
/** A step of a derived quantity counts as none below this part of the step of its target. */
const standstill = 1e-4;
/** This near to the edge of where the model is finite is the edge. */
const edge = 1e-7;

/**
 * Follows the least cost outwards along a ray to where tau = sign sqrt((S - S_min) / s^2), S = 2 cost, reaches the level: the profile t
 * function of Bates and Watts (Nonlinear Regression Analysis, 1988, 6.1), a straight line for a linear model. Its slope is known at
 * each point, because the derivative of a least cost is that of the cost along the tangent, so that Newton's method finds the end
 * in a few refits, held within a bracket where the profile is no smooth line.
 */
export function followPath(request: PathRequest): ProfilePath {
  const { level, reach, origin } = request;
  const start: PathPoint = { distance: 0, tau: 0, point: origin };
  const points = [start];
  const end = (endKind: EndKind): ProfilePath => ({ points, end: points.at(-1) ?? start, endKind });
  if (reach <= 0) return end("bound");
  const linear = firstDistance(request, level);
  const limit = farthest * linear;
  let blocked = Number.POSITIVE_INFINITY;
  for (let step = 0; step < mostSteps; step++) {
    const last = points.at(-1) ?? start;
    let distance = last === start ? firstDistance(request, level / stages) : nextDistance(request, last);
    distance = Math.min(distance, reach);
    if (distance >= blocked) distance = 0.5 * (last.distance + blocked);
    if (distance > limit) return end("open");
    const found = pointAt(request, last, distance);
    if (found === null) {
      blocked = distance;
      if (blocked - last.distance > edge * blocked) continue;
      return end(blocked >= reach * (1 - edge) ? "bound" : "not finite");
    }
    if (found.tau >= level * (1 - close)) {
      const between = found.tau <= level * (1 + close) ? found : findLevel(request, last, found);
      points.push(between);
      // At the bound itself the least cost may jump, as where a factor of the model vanishes there.
      const jumps = between.tau < level * (1 - jump) && between.distance >= reach * (1 - edge);
      return end(jumps ? "bound" : "level");
    }
    points.push(found);
    if (distance === reach || (blocked < Infinity && blocked - distance <= edge * blocked)) {
      return end(distance === reach || blocked >= reach * (1 - edge) ? "bound" : "not finite");
    }
    if (isStuck(request, last, found)) return end(found.point.bounded ? "bound" : "limit");
  }
  return end("open");
}

/** Where the quadratic model of the least cost at the fit has the tau. */
function firstDistance({ origin, variance }: PathRequest, tau: number): number {
  const rise = tau * tau * variance;
  const slope = Math.max(0, origin.slope);
  const distance = rise / (slope + Math.sqrt(slope * slope + origin.curvature * rise));
  if (Number.isFinite(distance) && distance > 0) return distance;
  const size = Math.max(...origin.values.map(Math.abs));
  return size > 0 && Number.isFinite(size) ? size : 1;
}

/** A stage further by Newton's method on tau, at most to the double of the distance. */
function nextDistance({ level, variance }: PathRequest, { distance, tau, point }: PathPoint): number {
  const aim = Math.min(level, Math.max(0, tau) + level / stages);
  const rate = tau > 0 ? point.slope / (variance * tau) : 0;
  const ahead = rate > 0 ? (aim - tau) / rate : Number.POSITIVE_INFINITY;
  return distance + Math.min(ahead * (1 + 1e-6), distance);
}

/**
 * The least cost at a distance. The refit begins where the tangent leads from a point nearby; where that ends far above what the
 * slope there promises, it may have lost the branch, and a refit from the point itself decides.
 */
function pointAt(request: PathRequest, near: PathPoint, distance: number): PathPoint | null {
  const { fit, direction, level, variance } = request;
  const { params, tangent, slope } = near.point;
  const way = distance - near.distance;
  const ahead = fit.at(
    targetsAt(request, distance),
    params.map((value, j) => value + way * (tangent[j] as number)),
    direction,
  );
  const rate = near.tau > 0 ? slope / (variance * near.tau) : 0;
  const found = ahead === null ? null : pathPoint(request, distance, ahead);
  if (found !== null && found.tau <= near.tau + Math.max(0, rate * way) + (2 * level) / stages) return found;
  const beside = fit.at(targetsAt(request, distance), params, direction);
  if (beside === null) return found;
  return found !== null && found.point.cost <= beside.cost ? found : pathPoint(request, distance, beside);
}

function targetsAt({ origin, direction }: PathRequest, distance: number): readonly number[] {
  return origin.values.map((value, i) => value + distance * (direction[i] as number));
}

function pathPoint({ origin, variance }: PathRequest, distance: number, point: ConstrainedPoint): PathPoint {
  const rise = (2 * (point.cost - origin.cost)) / variance;
  return { distance, tau: Math.sign(rise) * Math.sqrt(Math.abs(rise)), point };
}

/** The point of the level between one below it and one at or above it. */
function findLevel(request: PathRequest, below: PathPoint, above: PathPoint): PathPoint {
  const { level, variance } = request;
  let [low, high] = [below, above];
  // Beyond this nothing is finite, but the level is not reached before either.
  let wall = high.distance;
  for (let step = 0; step < mostSteps; step++) {
    const width = wall - low.distance;
    if (width <= narrow * wall) break;
    const near = level - low.tau < high.tau - level ? low : high;
    const rate = near.tau > 0 ? near.point.slope / (variance * near.tau) : 0;
    let distance = near.distance + (level - near.tau) / rate;
    // Every third step is a bisection, so that a kink cannot hold it up.
    const inside = distance > low.distance && distance < wall;
    if (!inside || step % 3 === 2) distance = low.distance + 0.5 * width;
    const found = pointAt(request, near, distance);
    if (found === null) {
      wall = distance;
      continue;
    }
    if (Math.abs(found.tau - level) <= close * level) return found;
    if (found.tau < level) low = found;
    else {
      high = found;
      wall = distance;
    }
  }
  return level - low.tau < high.tau - level ? low : high;
}

/** A derived quantity that no longer follows its target is at the end of what it can be. */
function isStuck({ fit, direction }: PathRequest, before: PathPoint, after: PathPoint): boolean {
  const wanted = after.distance - before.distance;
  return fit.quantities.some(({ derived }, i) => {
    const part = direction[i] as number;
    const moved = (after.point.values[i] as number) - (before.point.values[i] as number);
    return derived && part !== 0 && Math.abs(moved / part) < standstill * wanted;
  });
}

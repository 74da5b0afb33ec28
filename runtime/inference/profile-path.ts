import type { ConstrainedFit, ConstrainedPoint } from "./constrained-fit.js";

/**
 * The least cost at a distance along a profile path, and tau: the square root of the rise of twice
 * the cost above the fit, in units of the variance.
 */
export interface PathPoint {
  readonly distance: number;
  /** Negative if the cost is below that of the fit. */
  readonly tau: number;
  readonly point: ConstrainedPoint;
}

/**
 * Why a path ends: tau reached the level; a parameter reached its bound first; a derived quantity
 * reached the limit of its possible values; tau never reaches the level; or the model has no finite
 * value, or no minimum, beyond.
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
  /**
   * The direction of the constrained values, and how far the bounds of the parameters let them go.
   */
  readonly direction: readonly number[];
  readonly reach: number;
  /** The variance of a residual, and the tau to reach. */
  readonly variance: number;
  readonly level: number;
}

/**
 * The level is approached in this many equal steps of tau, each from the minimum of the previous
 * step, so that the path stays on one branch of minima.
 */
const stages = 4;
/** A path is open if it has not reached the level at this multiple of the linearised distance. */
const farthest = 1e6;
const mostSteps = 100;
/** The tolerance of tau at the end, relative to the level. */
const close = 1e-10;
/** A bracket that is this narrow, relative to the distance, is a single point. */
const narrow = 1e-13;
/** If tau at the end still differs from the level by this fraction, the least cost jumps there. */
const jump = 1e-6;
/** A derived quantity is stuck if it moves by less than this fraction of the step of its target. */
const standstill = 1e-4;
/** The relative accuracy to which the edge of the region with finite minima is located. */
const edge = 1e-7;

/**
 * Follows the least cost outwards along a profile path to the point where
 * tau = sign sqrt((S - S_min) / s^2), S = 2 cost, reaches the level. This is the profile t function
 * of Bates and Watts (Nonlinear Regression Analysis, 1988, 6.1), a straight line for a linear
 * model. Its slope is known at each point, because the derivative of a least cost is that of the
 * cost along the tangent. Newton's method therefore finds the end in a few refits; a bracket
 * safeguards it if the profile is not smooth.
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
      // The least cost may jump at the bound itself, for example if a factor of the model vanishes.
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

/** How far a quantity that is not determined is moved to see whether its profile is flat. */
const probe = 0.5;
/** Tau up to this fraction of the level is rounding. */
const flat = 1e-3;

/**
 * The path of a quantity that the data do not determine. It is flat, and one refit at a distance of
 * half its own size shows that, where a search for the level would end only in the overflow of the
 * model. Null if the least cost does change: two peaks that coincide are not determined at the fit,
 * but apart from each other they are.
 */
export function flatPath(request: PathRequest): ProfilePath | null {
  const { origin, reach, level } = request;
  if (reach <= 0) return null;
  const points: PathPoint[] = [{ distance: 0, tau: 0, point: origin }];
  let last = points[0] as PathPoint;
  const near = Math.min(probe * sizeOf(origin), reach);
  for (const distance of near < reach && reach < Number.POSITIVE_INFINITY ? [near, reach] : [near]) {
    const found = pointAt(request, last, distance);
    if (found === null || !(Math.abs(found.tau) <= flat * level) || isStuck(request, last, found)) return null;
    points.push(found);
    last = found;
  }
  return { points, end: last, endKind: last.distance === reach ? "bound" : "open" };
}

/** The distance at which the quadratic model of the least cost at the fit reaches `tau`. */
function firstDistance({ origin, variance }: PathRequest, tau: number): number {
  const rise = tau * tau * variance;
  const slope = Math.max(0, origin.slope);
  const distance = rise / (slope + Math.sqrt(slope * slope + origin.curvature * rise));
  if (Number.isFinite(distance) && distance > 0) return distance;
  return sizeOf(origin);
}

/** The size of the constrained values, or 1 if they are 0. */
function sizeOf({ values }: ConstrainedPoint): number {
  const size = Math.max(...values.map(Math.abs));
  return size > 0 && Number.isFinite(size) ? size : 1;
}

/**
 * The distance of the next stage, by Newton's method on tau; at most twice the present distance.
 */
function nextDistance({ level, variance }: PathRequest, { distance, tau, point }: PathPoint): number {
  const aim = Math.min(level, Math.max(0, tau) + level / stages);
  const rate = tau > 0 ? point.slope / (variance * tau) : 0;
  const ahead = rate > 0 ? (aim - tau) / rate : Number.POSITIVE_INFINITY;
  return distance + Math.min(ahead * (1 + 1e-6), distance);
}

/**
 * The least cost at a distance. The refit begins at the point that the tangent predicts from a
 * nearby point. If its cost is far above what the slope there predicts, it may have lost the
 * branch; then a second refit begins at the nearby point itself, and the lower of the two counts.
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

/** Finds the point at the level between a point below it and one at or above it. */
function findLevel(request: PathRequest, below: PathPoint, above: PathPoint): PathPoint {
  const { level, variance } = request;
  let [low, high] = [below, above];
  // At this distance and beyond, refits fail or are above the level.
  let wall = high.distance;
  for (let step = 0; step < mostSteps; step++) {
    const width = wall - low.distance;
    if (width <= narrow * wall) break;
    const near = level - low.tau < high.tau - level ? low : high;
    const rate = near.tau > 0 ? near.point.slope / (variance * near.tau) : 0;
    let distance = near.distance + (level - near.tau) / rate;
    // Every third step is a bisection, so that a kink cannot slow the search down.
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

/** Whether a derived quantity no longer follows its target, because it has reached its limit. */
function isStuck({ fit, direction }: PathRequest, before: PathPoint, after: PathPoint): boolean {
  const wanted = after.distance - before.distance;
  return fit.quantities.some(({ derived }, i) => {
    const part = direction[i] as number;
    const moved = (after.point.values[i] as number) - (before.point.values[i] as number);
    return derived && part !== 0 && Math.abs(moved / part) < standstill * wanted;
  });
}

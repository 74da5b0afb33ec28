import type { Bounds } from "./bounds.js";

/**
 * Parameters that are kept in order, c_1 < c_2 < ... Other quantities are fitted in their place:
 * the lowest parameter itself, and for each of the others its step from the one below it. If the
 * chain has an upper end h, the step is replaced by the fraction of the remaining distance to h:
 *
 *     c_k = c_(k-1) + u_k,   u_k >= 0    or    c_k = c_(k-1) + (h - c_(k-1)) u_k,   0 <= u_k <= 1.
 *
 * A solver that keeps bounds keeps these inequalities. For one that does not, u is a function of an
 * unbounded coordinate v,
 *
 *     u = (v + sqrt(v^2 + 4 s^2)) / 2    or    u = 1 / (1 + exp(-v)).
 *
 * The first is nearly v where v is large; s is the step at the start, where v = 0. (An exponential
 * can change the step by orders of magnitude in one iteration, and loses fits that succeed without
 * an order.)
 *
 * So no step of a solver breaks the order. The derivatives by the coordinates follow from those by
 * the parameters through the triangular matrix dc/du. Parameters between two neighbours in the
 * order that do not move form a chain of their own, from one neighbour, its floor, to the other,
 * its ceiling.
 */
export interface Chain {
  /** The positions of the members among the active free parameters, lowest member first. */
  readonly members: readonly number[];
  /** The fixed neighbours in the order; infinite if there are none. */
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * The chains of the parameters that move.
 *
 * @param order chains as indices into all parameters
 * @param params all parameters; those that do not move are at their values
 * @param indices the positions of the active free parameters in `params`
 */
export function chainsOf(
  order: readonly (readonly number[])[],
  params: Float64Array,
  indices: readonly number[],
): readonly Chain[] {
  const position = new Map(indices.map((param, j) => [param, j]));
  return order.flatMap((chain) => {
    const pieces: { members: number[]; floor: number; ceiling: number }[] = [];
    let piece = { members: [] as number[], floor: Number.NEGATIVE_INFINITY, ceiling: Number.POSITIVE_INFINITY };
    for (const param of chain) {
      const j = position.get(param);
      if (j !== undefined) {
        piece.members.push(j);
        continue;
      }
      const held = params[param] as number;
      piece.ceiling = held;
      pieces.push(piece);
      piece = { members: [], floor: held, ceiling: Number.POSITIVE_INFINITY };
    }
    pieces.push(piece);
    return pieces.filter(
      ({ members, floor, ceiling }) =>
        members.length > 1 || (members.length === 1 && (Number.isFinite(floor) || Number.isFinite(ceiling))),
    );
  });
}

/** Whether the parameters are in order. Equal values count as ordered, because of rounding. */
export function isInOrder(chains: readonly Chain[], x: Float64Array): boolean {
  return chains.every(({ members, floor, ceiling }) => {
    let below = floor;
    for (const j of members) {
      const value = x[j] as number;
      if (value < below) return false;
      below = value;
    }
    return below <= ceiling;
  });
}

/** Ordered neighbours have met if they differ by no more than this fraction of their size. */
const together = 1e-6;

/** The members of chains that have met a neighbour, or the floor or ceiling of their chain. */
export function meeting(chains: readonly Chain[], x: Float64Array): ReadonlySet<number> {
  const met = new Set<number>();
  for (const { members, floor, ceiling } of chains) {
    const values = [floor, ...members.map((j) => x[j] as number), ceiling];
    for (const [k, j] of members.entries()) {
      const [below, value, above] = [values[k] as number, values[k + 1] as number, values[k + 2] as number];
      if (haveMet(below, value) || haveMet(value, above)) met.add(j);
    }
  }
  return met;
}

/** Whether only their order keeps two neighbours apart. */
export function haveMet(low: number, high: number): boolean {
  if (!Number.isFinite(high - low)) return false;
  return high - low <= together * Math.max(Math.abs(low), Math.abs(high));
}

/**
 * The point with the values of each chain sorted. If the parameters are exchangeable, this is the
 * labelling that is in order.
 */
export function sorted(chains: readonly Chain[], x: Float64Array): Float64Array {
  const y = x.slice();
  for (const { members } of chains) {
    const values = Float64Array.from(members, (j) => x[j] as number).sort();
    for (const [k, j] of members.entries()) y[j] = values[k] as number;
  }
  return y;
}

/** Coordinates in which the order holds everywhere. */
export class OrderedCoordinates {
  readonly bounds: Bounds;
  /** The point to start from. */
  readonly start: Float64Array;
  /**
   * The start was changed: its values were sorted, or moved apart because they were too close to
   * each other or to an end.
   */
  readonly moved: boolean;
  private readonly links: readonly (readonly Link[])[];

  /**
   * @param x the parameters at the start
   * @param bounds the bounds of the parameters: the same for all members of a chain
   * @param boxed whether the solver keeps bounds
   */
  constructor(chains: readonly Chain[], x: Float64Array, bounds: Bounds, boxed: boolean) {
    const from = isInOrder(chains, x) ? x : sorted(chains, x);
    const u = from.slice();
    const lower = bounds.lower.slice();
    const upper = bounds.upper.slice();
    let moved = from !== x;
    this.links = chains.map((chain) => {
      let below = Number.NaN;
      return chain.members.map((at, k) => {
        const value = from[at] as number;
        const { link, coordinate } = linkAt(chain, k, value, below, bounds, boxed);
        u[at] = coordinate;
        below = valueAt(link, coordinate, below);
        if (Math.abs(below - value) > 1e-12 * Math.abs(value)) moved = true;
        if (link.kind !== "plain") {
          lower[at] = boxed ? 0 : Number.NEGATIVE_INFINITY;
          upper[at] = boxed && link.kind === "part" ? 1 : Number.POSITIVE_INFINITY;
        }
        return link;
      });
    });
    this.bounds = { lower, upper };
    this.start = u;
    this.moved = moved;
  }

  /** The scales of the coordinates: those of the parameters, except that a fraction has scale 1. */
  scales(ofParams: Float64Array): Float64Array {
    const scales = ofParams.slice();
    for (const { kind, at } of this.links.flat()) if (kind === "part") scales[at] = 1;
    return scales;
  }

  /** The parameters that belong to the coordinates `u`. */
  params(u: Float64Array): Float64Array {
    const x = u.slice();
    for (const links of this.links) {
      let below = Number.NaN;
      for (const link of links) {
        below = valueAt(link, u[link.at] as number, below);
        x[link.at] = below;
      }
    }
    return x;
  }

  /** dx_i / du_j, row-major. */
  slopes(u: Float64Array): Float64Array {
    const n = u.length;
    const D = new Float64Array(n * n);
    for (let j = 0; j < n; j++) D[j * n + j] = 1;
    for (const links of this.links) {
      let below = Number.NaN;
      for (const [k, link] of links.entries()) {
        const value = u[link.at] as number;
        const { own, carried } = slopesOf(link, value, below);
        const before = links[k - 1]?.at ?? 0;
        for (const { at } of links.slice(0, k)) D[link.at * n + at] = carried * (D[before * n + at] as number);
        D[link.at * n + link.at] = own;
        below = valueAt(link, value, below);
      }
    }
    return D;
  }
}

/**
 * How a parameter of a chain follows from its coordinate. `base` is null if it is the value of the
 * previous member.
 */
type Link =
  | { readonly kind: "plain"; readonly at: number }
  /** A step of any length, up or down from the base. */
  | {
      readonly kind: "step";
      readonly at: number;
      readonly base: number | null;
      readonly sign: 1 | -1;
      readonly curve: Curve;
    }
  /** A fraction of the distance from the base to the end. */
  | {
      readonly kind: "part";
      readonly at: number;
      readonly base: number | null;
      readonly end: number;
      readonly curve: Curve;
    };

/** A step or a fraction as a function of its coordinate. */
interface Curve {
  value(v: number): number;
  slope(v: number): number;
}

const straight: Curve = { value: (v) => v, slope: () => 1 };

const logistic: Curve = {
  value: (v) => 1 / (1 + Math.exp(-v)),
  slope: (v) => logistic.value(v) * logistic.value(-v),
};

/** @param s the value at v = 0 */
function positive(s: number): Curve {
  const value = (v: number): number => {
    const root = Math.hypot(v, 2 * s);
    // Both forms are equal; each avoids cancellation on its side.
    return v > 0 ? (v + root) / 2 : 2 * s * (s / (root - v));
  };
  return { value, slope: (v) => value(v) / Math.hypot(v, 2 * s) };
}

/**
 * At the start, the least step relative to its base, and the least distance of a fraction from 0
 * and from 1. Any closer, the derivatives vanish.
 */
const least = 1e-9;

/**
 * The link of member k and its coordinate, given its value and the value of the previous member.
 */
function linkAt(
  { members, floor, ceiling }: Chain,
  k: number,
  value: number,
  below: number,
  { lower, upper }: Bounds,
  boxed: boolean,
): { readonly link: Link; readonly coordinate: number } {
  const at = members[k] as number;
  const end = Math.min(upper[at] as number, ceiling);
  const low = Math.max(lower[at] as number, floor);
  const isFirst = k === 0;
  if (isFirst && !Number.isFinite(floor) && !Number.isFinite(ceiling)) {
    return { link: { kind: "plain", at }, coordinate: value };
  }
  const base = isFirst ? low : null;
  const from = base ?? below;
  if (Number.isFinite(from) && Number.isFinite(end)) {
    const part = Math.min(Math.max((value - from) / (end - from), least), 1 - least);
    const curve = boxed ? straight : logistic;
    return { link: { kind: "part", at, base, end, curve }, coordinate: boxed ? part : Math.log(part / (1 - part)) };
  }
  const isDown = !Number.isFinite(from);
  const [origin, sign] = isDown ? [end, -1 as const] : [from, 1 as const];
  const step = Math.max(sign * (value - origin), least * Math.abs(origin), Number.MIN_VALUE / Number.EPSILON);
  const curve = boxed ? straight : positive(step);
  return { link: { kind: "step", at, base: isDown ? end : base, sign, curve }, coordinate: boxed ? step : 0 };
}

/** @param below the value of the previous member */
function valueAt(link: Link, v: number, below: number): number {
  if (link.kind === "plain") return v;
  const base = link.base ?? below;
  return base + (link.kind === "part" ? link.end - base : link.sign) * link.curve.value(v);
}

/** The derivatives by the parameter's own coordinate and by the previous member. */
function slopesOf(link: Link, v: number, below: number): { readonly own: number; readonly carried: number } {
  if (link.kind === "plain") return { own: 1, carried: 0 };
  const slope = link.curve.slope(v);
  if (link.kind === "step") return { own: link.sign * slope, carried: 1 };
  return { own: (link.end - (link.base ?? below)) * slope, carried: 1 - link.curve.value(v) };
}

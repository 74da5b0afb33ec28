import type { Bounds } from "./bounds.js";

/**
 * Parameters that are kept in order, c_1 < c_2 < ..., by fitting others in their place: the lowest as it is, and of each other its step
 * from the one below it, or, where the chain has an upper end h, the part that this is of what is left:
 *
 *     c_k = c_(k-1) + u_k,    u_k >= 0    or    c_k = c_(k-1) + (h - c_(k-1)) u_k,    0 <= u_k <= 1.
 *
 * A solver that keeps bounds keeps these. For one that does not, u is a function of a coordinate v without bounds,
 *
 *     u = (v + sqrt(v^2 + 4 s^2)) / 2    or    u = 1 / (1 + exp(-v)),
 *
 * of which the first is nearly v where it is large; s is the step at the start, that at v = 0. (An exponential, whose step in one
 * iteration may be orders of magnitude, loses fits that find their way without an order.)
 *
 * So no step of a solver leaves the order, and the derivatives by the parameters give those by the coordinates through the triangular
 * dc/du. What lies between two neighbours in the order that do not move is a chain of its own, from the one, its floor, to the
 * other, its ceiling.
 */
export interface Chain {
  /** Where the parameters stand among the active free ones, the lowest first. */
  readonly members: readonly number[];
  /** The fixed neighbours in the order; infinite where there are none. */
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * The chains of the parameters that move.
 * @param order chains as indices into all parameters
 * @param params all parameters: those that do not move at their values
 * @param indices where the active free ones stand among them
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

/** Whether the parameters are in order; equal ones are, to rounding. */
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

/** The point with the values of each chain sorted: of exchangeable parameters, the one of its labellings that is in order. */
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
  /** Start values out of order were sorted, or those too near to each other or to an end moved apart. */
  readonly moved: boolean;
  private readonly links: readonly (readonly Link[])[];

  /**
   * @param x the parameters at the start
   * @param bounds of the parameters: the same ones for all members of a chain
   * @param boxed the solver keeps bounds
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

  /** The scales of the coordinates: those of the parameters, but that a part has no unit. */
  scales(ofParams: Float64Array): Float64Array {
    const scales = ofParams.slice();
    for (const { kind, at } of this.links.flat()) if (kind === "part") scales[at] = 1;
    return scales;
  }

  /** The parameters at a point. */
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

/** How one parameter of a chain follows from its coordinate. The base is null where it is the member before. */
type Link =
  | { readonly kind: "plain"; readonly at: number }
  /** A step up of any length, or down from the base. */
  | {
      readonly kind: "step";
      readonly at: number;
      readonly base: number | null;
      readonly sign: 1 | -1;
      readonly curve: Curve;
    }
  /** A part of the way from the base to the end. */
  | {
      readonly kind: "part";
      readonly at: number;
      readonly base: number | null;
      readonly end: number;
      readonly curve: Curve;
    };

/** A step, or a part, as a function of its coordinate. */
interface Curve {
  value(v: number): number;
  slope(v: number): number;
}

const straight: Curve = { value: (v) => v, slope: () => 1 };

const logistic: Curve = {
  value: (v) => 1 / (1 + Math.exp(-v)),
  slope: (v) => logistic.value(v) * logistic.value(-v),
};

/** @param s its value at 0 */
function positive(s: number): Curve {
  const value = (v: number): number => {
    const root = Math.hypot(v, 2 * s);
    // Without cancellation.
    return v > 0 ? (v + root) / 2 : 2 * s * (s / (root - v));
  };
  return { value, slope: (v) => value(v) / Math.hypot(v, 2 * s) };
}

/** The least length of a step at the start, over its base, and the least part of a way, and of what is left of it: nearer, the derivatives vanish. */
const least = 1e-9;

/** The link of member k, and its coordinate, where it has a value and the member before it another. */
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

/** @param below the value of the member before */
function valueAt(link: Link, v: number, below: number): number {
  if (link.kind === "plain") return v;
  const base = link.base ?? below;
  return base + (link.kind === "part" ? link.end - base : link.sign) * link.curve.value(v);
}

/** The derivatives by the own coordinate, and by the member before. */
function slopesOf(link: Link, v: number, below: number): { readonly own: number; readonly carried: number } {
  if (link.kind === "plain") return { own: 1, carried: 0 };
  const slope = link.curve.slope(v);
  if (link.kind === "step") return { own: link.sign * slope, carried: 1 };
  return { own: (link.end - (link.base ?? below)) * slope, carried: 1 - link.curve.value(v) };
}
